import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { readKeptSettings } from '../hub-settings/settings-file.ts';
import type { GivenOption, GivenOptions } from './given-option.ts';
import type { ConfiguredPrinter } from '../printing/configured-printer.ts';
import { configurePrinters, printerOptions, type PrinterOption } from './configure-printers.ts';
import { configFlag, optionNames, optionsSchema, toEnvironmentName, type Options } from './options.ts';
import { readFlags, type FlagSources } from './read-flags.ts';
import { readKioskFile } from './read-kiosk-file.ts';

export type Config = Omit<Options, 'event' | PrinterOption> & {
  readonly event: string;
  /** The first printer of a document that can print takes it. */
  readonly printers: readonly [ConfiguredPrinter, ...ConfiguredPrinter[]];
};

export interface ConfigSources extends FlagSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly defaults: {
    /** The event pack of a kiosk that none was loaded into. */
    readonly event: string;
    readonly data: string;
  };
}

/**
 * Precedence: flag, environment variable, kiosk.json, what the hub told last, default. The problems are whole sentences, all of them at once. A
 * setting of the hub that does not fit here is left out: it may not keep a kiosk from starting.
 */
export function readConfig(sources: ConfigSources): Result<Config, string[]> {
  const problems: string[] = [];
  const { workingFolder, defaults } = sources;
  const flags = readFlags(sources, problems);
  const environment = readEnvironment(sources);
  const usualData = { value: defaults.data, base: workingFolder, origin: 'default data' };
  const byDefault: GivenOptions = new Map([['data', usualData]]);
  const nearer = new Map([...byDefault, ...environment, ...flags]);
  const file = readKioskFile(nearer, problems);
  const all = new Map([...byDefault, ...file, ...environment, ...flags]);
  all.delete(configFlag);
  let best = evaluate(all, { problems, defaults });
  if (!best.ok) return best;
  for (const [name, option] of listHubSettings(best.value)) {
    if (all.has(name) || (name === 'printers' && isAnyPrinterGiven(all))) continue;
    const withIt = evaluate(new Map([...all, [name, option]]), { problems: [], defaults });
    if (!withIt.ok) continue;
    all.set(name, option);
    best = withIt;
  }
  return best;
}

/** What the hub told last, as if it stood in a file of the data folder. */
function listHubSettings({ data, hub }: Config): [string, GivenOption][] {
  if (hub === 'none') return [];
  const { position: _place, ...options } = readKeptSettings(data);
  return Object.entries(options).map(([name, value]) => [name, { value, base: data, origin: `"${name}" of the hub` }]);
}

function isAnyPrinterGiven(all: GivenOptions): boolean {
  return (['printer', 'printerModel', 'media', 'printers'] as const).some((name) => all.has(name));
}

function evaluate(
  all: GivenOptions,
  { problems, defaults }: { problems: string[]; defaults: ConfigSources['defaults'] },
): Result<Config, string[]> {
  const given = Object.fromEntries(all);
  const parsed = optionsSchema.omit(printerOptions).safeParse(given);
  problems.push(...describeIssues(parsed.error, all));
  const data = parsed.data?.data ?? defaults.data;
  // On its own, so that no mistake in the one hides one in the other.
  const asked = optionsSchema.pick(printerOptions).safeParse(given);
  problems.push(...describeIssues(asked.error, all));
  const configured = asked.success ? configurePrinters(asked.data, { all, problems, data }) : [];
  const [first, ...others] = configured;
  if (!parsed.success || problems.length > 0 || first === undefined) return err(problems);
  return ok({
    ...parsed.data,
    event: parsed.data.event ?? chooseEvent(data, defaults.event),
    printers: [first, ...others],
  });
}

/** `npm run event -- load` puts a pack there. */
function chooseEvent(data: string, otherwise: string): string {
  const loaded = join(data, 'event');
  return existsSync(join(loaded, 'event.json')) ? loaded : otherwise;
}

/** An empty variable counts as unset, as it does in most programs. */
function readEnvironment({ environment, workingFolder }: ConfigSources): GivenOptions {
  const found = [...optionNames, configFlag].flatMap((name) => {
    const origin = toEnvironmentName(name);
    const value = environment[origin];
    return value === undefined || value === '' ? [] : [[name, { value, base: workingFolder, origin }] as const];
  });
  return new Map(found);
}

function describeIssues(error: z.ZodError | undefined, all: GivenOptions): string[] {
  return error?.issues.map((issue) => describeIssue(issue, all)) ?? [];
}

function describeIssue(issue: z.core.$ZodIssue, all: GivenOptions): string {
  const name = String(issue.path[0]);
  const option = all.get(name);
  const found = option?.value === undefined ? 'nothing' : JSON.stringify(option.value);
  return `${option?.origin ?? name}: ${found} does not fit; ${issue.message}.`;
}
