import { parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { sessionNames, type SessionName } from './session.ts';

export interface EscapeOptions {
  /** Null: a new one is drawn. */
  readonly seed: string | null;
  /** Null: all of them. */
  readonly only: readonly string[] | null;
  readonly sessions: readonly SessionName[];
  readonly isShort: boolean;
  /** Of random input, in each session. */
  readonly monkeySeconds: number;
  /** Folder of the report and its pictures. */
  readonly out: string;
}

export const help = `npm run escape [-- options]

Tries to get out of the kiosk, by real keys, pointer and touches, from the outside: the Chromium shell as it is installed, as an
ordinary user with Chromium's sandbox and the managed policies, alone on a screen. An exit is a second window or page, a page of
somebody else, a changed zoom, a closed browser, or a picture that does not come back to the kiosk's own.

  --session NAME   cage: under cage, as foyer-kiosk.service runs it. x: under an X server with matchbox and another
                   window below, for machines without KMS. May be given again; both unless told
  --only NAME      one technique; may be given again
  --seed TEXT      draws the random input again that a run with this seed drew; each run prints its own
  --monkey SECONDS of random input in each session, 100 unless told
  --short          what \`npm test\` runs: under cage, the techniques that found something once, and 5 s of random input
  --out DIR        escape unless told; report.json and a picture of every technique
  --help           this text

Exit codes: 0 no exit; 1 an exit, named; 2 wrong options. It needs Linux and root: root makes the private place for the policies and
becomes the ordinary user. Where that is missing it says so and ends with 0 under --short, else with 1.`;

export function readOptions(argv: string[]): Result<EscapeOptions | 'help', string> {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        session: { type: 'string', multiple: true },
        short: { type: 'boolean', default: false },
        monkey: { type: 'string' },
        out: { type: 'string', default: 'escape' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const sessions = z
      .array(z.enum(sessionNames))
      .safeParse(values.session ?? (values.short ? ['cage'] : ['cage', 'x']));
    if (!sessions.success) return err(`--session is one of ${sessionNames.join(', ')}`);
    const monkey = z.coerce
      .number()
      .int()
      .min(0)
      .max(3600)
      .safeParse(values.monkey ?? (values.short ? 5 : 100));
    if (!monkey.success) return err('--monkey takes whole seconds');
    const { seed = null, only = null, short, out } = values;
    return ok({ seed, only, sessions: sessions.data, isShort: short, monkeySeconds: monkey.data, out });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
