import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { doctorChecks, judgeFindings, type DoctorReport } from '../../domain/doctor-report.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { CommandCall, KioskCommand } from '../command/kiosk-command.ts';
import { readConfig } from '../config/read-config.ts';
import { makeDataFolder } from '../data-folder.ts';
import { openKioskKey } from '../journal/kiosk-key.ts';
import { thisMachine } from '../machine.ts';
import { root } from '../places.ts';
import { askForScan } from './ask-for-scan.ts';
import { becomeOwner } from './become-owner.ts';
import { describeFinding, describeVerdict } from './describe-finding.ts';
import { examine } from './examine.ts';
import { prepareExamination } from './examine-kiosk.ts';
import { runProgram } from './machine/run-program.ts';
import { readDoctorArguments, type DoctorArguments } from './read-arguments.ts';
import { keepReport } from './report-file.ts';
import type { Config } from '../config/read-config.ts';

const exitCodes = { ready: 0, notReady: 1, wrongOptions: 2 };

export const doctor: KioskCommand = {
  usage: '[--json] [--no-print] [--interactive] [--only CHECK]…',
  help: 'Examines this machine before doors open: red, amber or green, with what to do.',
  details: `  --json         the signed report as JSON
  --no-print     asks the printers how they stand, and prints no test sheet
  --interactive  asks you to scan the code on the test sheet
  --only CHECK   one check, or several; such a report is shown and not kept
                 ${doctorChecks.join(', ')}
  and every option of the kiosk, such as --data DIR

The report is signed by this kiosk, kept as doctor.json in its data folder, and shown on the hub's page Kiosks. A kiosk whose last report is
red takes no visitors until it is examined again, or until a supervisor lets it go live in staff mode. Power and network are cut in a
rehearsal in scratch folders: no registration is touched, and the kiosk may be running (then its printers are left alone).

Exit codes: 0 green or amber, 1 red, 2 wrong options.`,
  async run(call) {
    const asked = readDoctorArguments(call.argv);
    if (!asked.ok) return complain(call, asked.reason);
    const { environment, workingFolder, defaults } = call;
    const sources = { argv: asked.value.rest, environment, workingFolder, defaults };
    const config = readConfig({ ...sources, unknownFlags: 'refuse' });
    if (!config.ok) return complain(call, ...config.reason);
    return run(call, { config: config.value, asked: asked.value });
  },
};

async function run(call: CommandCall, { config, asked }: { config: Config; asked: DoctorArguments }): Promise<number> {
  const { data } = config;
  const lockDown = runLockDownCheck();
  // What it asks may need an administrator; nothing after it does.
  await lockDown;
  becomeOwner(data);
  const folder = makeDataFolder(data);
  if (!folder.ok) return fail(call, folder.reason.message);
  const kioskKey = openKioskKey(join(data, 'kiosk-key.pem'));
  if (!kioskKey.ok) return fail(call, kioskKey.reason.message);
  const say = asked.asJson ? call.complain : call.say;
  const examination = await prepareExamination({
    ...{ config, shell: call.shell, kioskKey: kioskKey.value, moment: thisMachine, lockDown, prints: asked.prints },
    ...(asked.isInteractive && { askForScan: askForScan(say) }),
  });
  const isWanted = (name: string) => asked.only.length === 0 || asked.only.some((each) => each === name);
  try {
    const findings = await examine({
      checks: examination.checks.filter(({ name }) => isWanted(name)),
      pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
      onEnd(found) {
        if (!asked.asJson) for (const each of found) call.say(describeFinding(each));
      },
    });
    const report: DoctorReport = {
      kind: 'doctor',
      version: packageJson.version,
      shell: call.shell.name,
      kiosk: examination.identity.kiosk,
      at: thisMachine.now(),
      findings,
    };
    const signed = asked.only.length === 0 ? keep(call, () => keepReport(data, { report, key: kioskKey.value })) : null;
    if (asked.asJson) call.say(JSON.stringify({ verdict: judgeFindings(findings), ...report, signed }, null, 2));
    else call.say(`\n${describeVerdict(findings)}`);
    return judgeFindings(findings) === 'red' ? exitCodes.notReady : exitCodes.ready;
  } finally {
    await examination.close();
  }
}

/** A disk that takes no report is a finding already. */
function keep<Signed>(call: CommandCall, write: () => Signed): Signed | null {
  try {
    return write();
  } catch (error) {
    call.complain(`The report could not be kept: ${error instanceof Error ? error.message : String(error)}.`);
    return null;
  }
}

/** Null in a checkout, and where the script is not. */
function runLockDownCheck(): Promise<string | null> {
  // Beside the application; of Electron's, beside its archive.
  const folders = [root, process.resourcesPath].filter((folder): folder is string => typeof folder === 'string');
  const name = process.platform === 'win32' ? 'lock-down.ps1' : 'lock-down';
  const script = folders.map((folder) => join(folder, 'lock-down', name)).find((file) => existsSync(file));
  if (script === undefined) return Promise.resolve(null);
  if (process.platform !== 'win32') return runProgram(script, 'check', '--json');
  return runProgram('powershell.exe', '-NoProfile', '-ExecutionPolicy', 'Bypass', '-File', script, '-Check', '-Json');
}

function complain(call: CommandCall, ...lines: readonly string[]): number {
  for (const line of lines) call.complain(line);
  return exitCodes.wrongOptions;
}

function fail(call: CommandCall, message: string): number {
  call.complain(message);
  return exitCodes.notReady;
}
