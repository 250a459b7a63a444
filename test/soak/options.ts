import { parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';

export interface SoakOptions {
  readonly visitors: number;
  /** Side by side, each with hub and printer of its own; they share the visitors. */
  readonly kiosks: number;
  /** Visitors come evenly over so many minutes; a machine that serves them more slowly takes longer. */
  readonly minutes: number;
  /** Null: a new one is drawn. */
  readonly seed: string | null;
  readonly out: string;
  readonly isShort: boolean;
}

const usual = { visitors: 2000, minutes: 30, kiosks: 2 };
/** As fast as they can be served, and every fault once. */
const short = { visitors: 24, minutes: 0, kiosks: 1 };

export const help = `npm run soak [-- options]

Serves ${usual.visitors} visitors one after the other on ${usual.kiosks} real kiosks (host, the system's Chromium, a hub, a receipt printer that is simulated), with faults in between, and looks at memory, handles, journal and frame times as it goes.

  --visitors N   ${usual.visitors} unless told
  --kiosks N     that share the visitors, side by side; ${usual.kiosks} unless told
  --minutes N    over which they come; ${usual.minutes} unless told. A machine that is too slow for that takes longer, and the report says so
  --seed TEXT    draws the same visitors and faults again; each run prints its own
  --out FILE     soak.json unless told
  --short        ${short.visitors} visitors as fast as they can be served, and a looser judgement
  --help         this text

Exit codes: 0 all goals met; 1 a goal was missed; 2 wrong options. Linux only, because it reads /proc.`;

const whole = (name: string, least: number) =>
  z.coerce.number(`--${name} takes a number`).min(least, `--${name} takes a number from ${least}`);

/** `help` when that is all that is wanted; otherwise the reason is a sentence. */
export function readOptions(argv: readonly string[]): Result<SoakOptions | 'help', string> {
  const string = { type: 'string' } as const;
  const boolean = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        visitors: string,
        kiosks: string,
        minutes: string,
        seed: string,
        out: string,
        short: boolean,
        help: boolean,
      },
    });
    if (values.help) return ok('help');
    const form = values.short ? short : usual;
    const numbers = z
      .object({
        visitors: whole('visitors', 1).pipe(z.int('--visitors takes a whole number')).default(form.visitors),
        kiosks: whole('kiosks', 1).pipe(z.int('--kiosks takes a whole number')).default(form.kiosks),
        minutes: whole('minutes', 0).default(form.minutes),
      })
      .safeParse(values);
    if (!numbers.success) return err(numbers.error.issues.map(({ message }) => message).join('\n'));
    return ok({ ...numbers.data, seed: values.seed ?? null, out: values.out ?? 'soak.json', isShort: values.short });
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the options are wrong');
  }
}
