import { commands } from './commands.ts';
import type { CommandCall, KioskCommand } from './kiosk-command.ts';

const exitCodes = { done: 0, calledWrongly: 2 };

/** A path, a flag or an address is none. */
const word = /^[a-z][a-z-]*$/;

/** Whether the first argument names a command, or means to. */
export function namesCommand([name]: readonly string[]): boolean {
  return name !== undefined && word.test(name);
}

/**
 * Runs the command that the first argument names: `foyer doctor`. Both shells call it before anything else.
 * @returns the exit code, or null when the first argument is no word and a kiosk is wanted
 */
export async function runKioskCommand(
  call: CommandCall,
  table: Readonly<Record<string, KioskCommand>> = commands,
): Promise<number | null> {
  const [name, ...argv] = call.argv;
  if (name === undefined || !word.test(name)) return null;
  const command = Object.hasOwn(table, name) ? table[name] : undefined;
  if (command === undefined) {
    call.complain(`There is no command "${name}". The commands are:\n\n${describeCommands(table)}`);
    return exitCodes.calledWrongly;
  }
  if (argv.includes('--help')) {
    call.say(describe(name, command));
    return exitCodes.done;
  }
  return command.run({ ...call, argv });
}

/** For a shell's own `--help`. */
export function describeCommands(table: Readonly<Record<string, KioskCommand>> = commands): string {
  return Object.entries(table)
    .filter(([, { isHidden }]) => isHidden !== true)
    .map(([name, { usage, help }]) => `  ${`${name} ${usage}`.trim()}\n      ${help}`)
    .join('\n');
}

function describe(name: string, { usage, help, details }: KioskCommand): string {
  return `foyer ${`${name} ${usage}`.trim()}\n\n${help}\n\n${details}`;
}
