import { parseArgs } from 'node:util';
import type { GivenOptions } from './given-option.ts';
import { configFlag, isSwitch, optionNames, toFlag, type OptionName } from './options.ts';

export interface FlagSources {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  /** Where relative paths start from. */
  readonly workingFolder: string;
  /** Electron's own switches stand among the arguments of its shell, so there a flag that is not ours is no mistake. */
  readonly unknownFlags: 'refuse' | 'ignore';
}

export function readFlags({ argv, workingFolder, unknownFlags }: FlagSources, problems: string[]): GivenOptions {
  const names = new Map([...optionNames, configFlag].map((name) => [toFlag(name), name]));
  const types = [...names].map(([flag, name]) => [flag, { type: isBoolean(name) ? 'boolean' : 'string' } as const]);
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(types) as Record<string, { type: 'boolean' | 'string' }>,
    strict: false,
    allowNegative: true,
    tokens: true,
  });
  const flags: GivenOptions = new Map();
  for (const token of tokens) {
    if (token.kind !== 'option') {
      if (token.kind === 'positional' && unknownFlags === 'refuse') {
        problems.push(`"${token.value}": no option belongs to this. Run with --help to see the options.`);
      }
      continue;
    }
    const name = names.get(token.name);
    if (name === undefined) {
      if (unknownFlags === 'refuse')
        problems.push(`${token.rawName}: unknown option. Run with --help to see the options.`);
      continue;
    }
    const value = isBoolean(name) ? (token.value ?? token.rawName !== `--no-${token.name}`) : token.value;
    flags.set(name, { value, base: workingFolder, origin: token.rawName });
  }
  return flags;
}

function isBoolean(name: string): boolean {
  return name !== configFlag && isSwitch(name as OptionName);
}
