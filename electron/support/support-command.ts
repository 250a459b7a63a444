import { closeSync, existsSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { CommandCall, KioskCommand } from '../command/kiosk-command.ts';
import { readConfig } from '../config/read-config.ts';
import { becomeOwner } from '../doctor/become-owner.ts';
import { runProgram } from '../doctor/machine/run-program.ts';
import { thisMachine } from '../machine.ts';
import { gatherSupport, type SupportFile } from './gather.ts';

const exitCodes = { written: 0, notWritten: 1, wrongOptions: 2 };

export const support: KioskCommand = {
  usage: '--out FILE.zip|DIR|-',
  help: 'Writes what helps to understand this kiosk from afar into one .zip file, reviewed for names.',
  details: `  --out FILE.zip   the file; an existing one is not overwritten
  --out DIR        a folder that is there, such as a USB stick: a file named after the moment is written into it
  --out -          standard output, for a place where only an administrator may write:
                   foyer support --out - > /media/STICK/kiosk.zip
  and every option of the kiosk, such as --data DIR

In it: versions, configuration without secrets, the last examination, numbers of the journal (no record), logs, and how the services stand.
README.txt in it says what was taken out. The kiosk may be running.

Exit codes: 0 written, 1 not written, 2 wrong options.`,
  async run(call) {
    const { out, rest } = takeOut(call.argv);
    if (out === null) return complain(call, 'Say where: --out FILE.zip, or --out and a folder such as a USB stick.');
    const { environment, workingFolder, defaults } = call;
    const config = readConfig({ argv: rest, environment, workingFolder, defaults, unknownFlags: 'refuse' });
    if (!config.ok) return complain(call, ...config.reason);
    if (!existsSync(config.value.data)) {
      call.complain(`There is no data folder ${config.value.data}. Name the kiosk's with --data.`);
      return exitCodes.notWritten;
    }
    const at = thisMachine.now();
    if (out === '-') {
      becomeOwner(config.value.data);
      const parts = { config: config.value, shell: call.shell.name, at, run: runProgram };
      call.write(pack(await gatherSupport(parts)));
      return exitCodes.written;
    }
    const path = choosePath(resolve(workingFolder, out), at);
    if (existsSync(path)) {
      call.complain(`${path} is there already and is not overwritten. Name another file.`);
      return exitCodes.notWritten;
    }
    let files: SupportFile[];
    try {
      // Opened first: a stick takes an administrator's file, and what is read is read as the kiosk's own user.
      const file = openSync(path, 'wx', 0o600);
      becomeOwner(config.value.data);
      files = await gatherSupport({ config: config.value, shell: call.shell.name, at, run: runProgram });
      writeFileSync(file, pack(files), { flush: true });
      closeSync(file);
    } catch (error) {
      call.complain(`${path} was not written: ${error instanceof Error ? error.message : String(error)}.`);
      return exitCodes.notWritten;
    }
    call.say(`${path}\n\n${files[0]?.text ?? ''}`.trimEnd());
    return exitCodes.written;
  },
};

export function pack(files: readonly SupportFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [`foyer-support/${name}`, strToU8(text)])));
}

/** The file's name holds the moment and nothing else. */
function choosePath(out: string, at: string): string {
  const isFolder = statSync(out, { throwIfNoEntry: false })?.isDirectory() === true;
  return isFolder ? join(out, `foyer-support-${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.zip`) : out;
}

function takeOut(argv: readonly string[]): { out: string | null; rest: readonly string[] } {
  const at = argv.findIndex((word) => word === '--out' || word.startsWith('--out='));
  if (at < 0) return { out: null, rest: argv };
  const word = argv[at] ?? '';
  if (word !== '--out') return { out: word.slice('--out='.length) || null, rest: argv.toSpliced(at, 1) };
  return { out: argv[at + 1] ?? null, rest: argv.toSpliced(at, 2) };
}

function complain(call: CommandCall, ...lines: readonly string[]): number {
  for (const line of lines) call.complain(line);
  return exitCodes.wrongOptions;
}
