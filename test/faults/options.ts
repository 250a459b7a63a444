import { parseArgs } from 'node:util';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Fault } from './harness/fault.ts';

export interface FaultsOptions {
  /** Null: a new one is drawn. */
  readonly seed: string | null;
  /** Null: all of them. */
  readonly only: readonly string[] | null;
  readonly isShort: boolean;
  /** Instead of each fault's own number. */
  readonly runs: number | null;
  readonly out: string;
}

export function help(faults: readonly Fault[]): string {
  return `npm run faults [-- options]

Injects every fault into real processes, files and sockets, and keeps a ledger of what visitors were told. Each promise must be at
the hub exactly once when the fault is over, and nothing may be stuck.

  --seed TEXT   draws again what a run with this seed drew; each run prints its own. What the system itself decides, such as which
                process runs first, no seed repeats
  --only NAME   one of those below; may be given again
  --short       a few of each, as \`npm test\` runs them
  --runs N      how often each is injected, instead of its own number
  --out FILE    faults.json unless told
  --help        this text

${faults.map(({ name, about, runs }) => `  ${name} (×${runs.usual || runs.short})\n      ${about.replaceAll('\n', '\n      ')}`).join('\n')}

Exit codes: 0 all held; 1 something was lost, doubled or stuck, or could not be injected (with --short, what this machine cannot
inject is named and does not count); 2 wrong options.`;
}

export function readOptions(argv: string[], faults: readonly Fault[]): Result<FaultsOptions | 'help', string> {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        short: { type: 'boolean', default: false },
        runs: { type: 'string' },
        out: { type: 'string', default: 'faults.json' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return ok('help');
    const unknown = values.only?.find((name) => faults.every((fault) => fault.name !== name));
    if (unknown !== undefined) return err(`no fault is called "${unknown}"`);
    const runs = z.coerce.number().int().min(1).optional().safeParse(values.runs);
    if (!runs.success) return err('--runs takes a whole number from 1');
    const { seed = null, only = null, short, out } = values;
    return ok({ seed, only, isShort: short, runs: runs.data ?? null, out });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
