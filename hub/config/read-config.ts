import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../domain/result.ts';
import { isSwitch, optionNames, optionsSchema, toEnvironmentName, toFlag, type Options } from './options.ts';

export type Config = Omit<Options, 'database'> & {
  /** `postgres://…`, or the path of an SQLite file. */
  readonly database: string;
  /** Of the event's private key. */
  readonly passphrase: string | null;
};

export interface ConfigSources {
  /** Arguments after the program's name and command. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

interface Given {
  readonly value: unknown;
  readonly origin: string;
}

/** Precedence: flag, environment variable, default. The problems are whole sentences, all of them at once. */
export function readConfig({ argv, environment }: ConfigSources): Result<Config, string[]> {
  const problems: string[] = [];
  const given = new Map([...readEnvironment(environment), ...readFlags(argv, problems)]);
  const parsed = optionsSchema.safeParse(Object.fromEntries([...given].map(([name, { value }]) => [name, value])));
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0]);
      const { origin, value } = given.get(name) ?? { origin: name, value: undefined };
      const found = value === undefined || value === null ? 'nothing' : JSON.stringify(value);
      problems.push(`${origin}: ${name === 'database' ? 'the value' : found} does not fit; ${message}.`);
    }
    return err(problems);
  }
  if (problems.length > 0) return err(problems);
  const { database, ...options } = parsed.data;
  const passphrase = notEmpty(environment['FOYER_PASSPHRASE']) ?? null;
  if (options.key !== undefined && passphrase === null) {
    return err(['--key: the event’s key needs its passphrase. Set FOYER_PASSPHRASE.']);
  }
  return ok({ ...options, database: database ?? join(options.data, 'hub.sqlite'), passphrase });
}

function readEnvironment(environment: ConfigSources['environment']): Map<string, Given> {
  const usual = notEmpty(environment['DATABASE_URL']);
  const first: [string, Given][] = usual === undefined ? [] : [['database', { value: usual, origin: 'DATABASE_URL' }]];
  const ours = optionNames.flatMap((name): [string, Given][] => {
    const origin = toEnvironmentName(name);
    const value = notEmpty(environment[origin]);
    return value === undefined ? [] : [[name, { value: isSwitch(name) ? toSwitch(value) : value, origin }]];
  });
  return new Map([...first, ...ours]);
}

const switchWords: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

function toSwitch(value: string): unknown {
  return Object.hasOwn(switchWords, value) ? switchWords[value] : value;
}

function notEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function readFlags(argv: readonly string[], problems: string[]): Map<string, Given> {
  const names = new Map(optionNames.map((name) => [toFlag(name), name]));
  const types = [...names].map(([flag, name]) => [flag, { type: isSwitch(name) ? 'boolean' : 'string' }] as const);
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  const flags = new Map<string, Given>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      problems.push(`"${token.value}": no option belongs to this. Run with --help to see the options.`);
    }
    if (token.kind !== 'option') continue;
    const name = names.get(token.name);
    if (name === undefined) {
      problems.push(`${token.rawName}: unknown option. Run with --help to see the options.`);
      continue;
    }
    // Null, and not undefined, so that a flag without its value is no default.
    const value = token.value ?? (isSwitch(name) ? true : null);
    flags.set(name, {
      value: isSwitch(name) && typeof value === 'string' ? toSwitch(value) : value,
      origin: token.rawName,
    });
  }
  return flags;
}
