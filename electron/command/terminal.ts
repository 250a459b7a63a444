import process from 'node:process';
import type { CommandCall } from './kiosk-command.ts';

/** Where a command's words go when a person has called it. */
export const terminal: Pick<CommandCall, 'say' | 'write' | 'complain'> = {
  say(lines) {
    process.stdout.write(`${lines}\n`);
  },
  write(bytes) {
    process.stdout.write(bytes);
  },
  complain(lines) {
    process.stderr.write(`${lines}\n`);
  },
};
