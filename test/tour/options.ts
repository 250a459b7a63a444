import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages, type Language } from '../../domain/localised.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { parsePrinterAddress } from '../../electron/printing/printer-address.ts';

export interface TourOptions {
  readonly out: string;
  readonly languages: readonly Language[];
  /** Of an ESC/POS printer; null: one is simulated. */
  readonly printer: { readonly host: string; readonly port: number } | null;
  /** A file of names; null: the three journeys. */
  readonly names: string | null;
}

export const help = `npm run tour -- --out DIR [options]

Drives whole visits unattended on the real kiosk, prints, and checks what it sees: a walk-in in each language, a job search to its
printed map, and an idle wipe half-way through a form.

  --out DIR        for numbered screenshots, each sheet as PNG and as the bytes sent, and report.json
  --lang LANGUAGE  ${languages.join(', ')}; otherwise all of them
  --printer URL    tcp://HOST[:PORT] of an ESC/POS printer that prints 72 mm; otherwise one is simulated
  --names FILE     registers everyone in a list instead. One name a line, perhaps a tab and the name in Latin letters, which is
                   tried alone when the first cannot be printed; or a .json array of names. Each must end in a badge or in a
                   clear refusal; screenshots are taken of failures only
  --help           this text

FOYER_SHELL=electron or chromium chooses the shell. Exit 1: something did not match, see report.json. Exit 2: an option is wrong.
`;

const flagsSchema = z.object({
  out: z.string('needs a folder').min(1, 'needs a folder'),
  lang: z.enum(languages, `takes ${languages.join(', ')}`).optional(),
  names: z.string().min(1).optional(),
  printer: z.string().optional(),
});

/** `help` when that is all that is wanted; otherwise the reason is a sentence. */
export function readOptions(argv: readonly string[]): Result<TourOptions | 'help', string> {
  const string = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { out: string, lang: string, names: string, printer: string, help: { type: 'boolean' } },
    });
    if (values.help === true) return ok('help');
    const flags = flagsSchema.safeParse(values);
    if (!flags.success)
      return err(flags.error.issues.map(({ message, path }) => `--${path.join('.')} ${message}`).join('\n'));
    const { out, lang, names = null, printer } = flags.data;
    const address = printer === undefined ? null : parsePrinterAddress(printer);
    if (address !== null && !(address.ok && address.value.kind === 'tcp'))
      return err('--printer takes tcp://HOST[:PORT]');
    const tcp = address?.ok === true && address.value.kind === 'tcp' ? address.value : null;
    return ok({ out, languages: lang === undefined ? languages : [lang], printer: tcp, names });
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the options are wrong');
  }
}
