import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commands, type Command } from './commands.ts';
import { openOperatorClient } from './operator-client.ts';

export interface Spoken {
  readonly code: 0 | 1 | 2;
  readonly out?: string;
  readonly error?: string;
}

/** Asks the hub that runs on a data folder. Exit codes: 0 done, 1 refused or no hub, 2 called wrongly. */
export async function runCommand(
  name: string,
  { argv, environment }: { argv: readonly string[]; environment: Readonly<Record<string, string | undefined>> },
): Promise<Spoken> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return { code: 2, error: `There is no command ${name}. Run with --help to see them.` };
  if (argv.includes('--help')) return { code: 0, out: describeCommand(name, command) };
  const parsed = parse(command, argv);
  if (parsed === null) return { code: 2, error: describeCommand(name, command) };
  const { data = environment['FOYER_HUB_DATA'] ?? '.foyer/hub', ...flags } = parsed.flags;
  const alone = command.alone?.(flags);
  if (alone !== undefined) return alone.ok ? { code: 0, out: alone.value } : { code: 1, error: alone.reason };
  const client = openOperatorClient(resolve(data));
  if (!client.ok) return { code: 1, error: client.reason };
  try {
    const done = await command.run({ positionals: parsed.positionals, flags, client: client.value });
    return done.ok ? { code: 0, out: done.value } : { code: 1, error: done.reason };
  } finally {
    await client.value.close();
  }
}

function parse({ flags, words }: Command, argv: readonly string[]) {
  try {
    const names = ['data', ...flags];
    const options = Object.fromEntries(names.map((flag) => [flag, { type: 'string' as const }]));
    const { values, positionals } = parseArgs({ args: joinValues(argv, names), allowPositionals: true, options });
    if (positionals.length < words.from || positionals.length > words.to) return null;
    return { flags: values, positionals };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** `--hub-key -x…` as `--hub-key=-x…`: one key in 64 begins with a dash, which `parseArgs` takes for a flag of its own. */
function joinValues(argv: readonly string[], names: readonly string[]): string[] {
  const isFlag = (text: string | undefined) => names.some((name) => text === `--${name}`);
  return argv.flatMap((text, index) => {
    if (isFlag(argv[index - 1]) && !isFlag(text)) return [];
    const value = argv[index + 1];
    return isFlag(text) && value !== undefined && !isFlag(value) ? [`${text}=${value}`] : [text];
  });
}

function describeCommand(name: string, { usage, help }: Command): string {
  return `npm run hub -- ${`${name} ${usage}`.trim()} [--data DIR]\n\n${help}`;
}

export function describeCommands(): string {
  return Object.entries(commands)
    .map(([name, { usage, help }]) => `  ${`${name} ${usage}`.trim()}\n      ${help}`)
    .join('\n');
}
