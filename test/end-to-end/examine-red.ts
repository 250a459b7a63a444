import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorFinding, DoctorReport } from '../../domain/doctor-report.ts';
import { keepReport } from '../../electron/doctor/report-file.ts';
import { openKioskKey } from '../../electron/journal/kiosk-key.ts';
import { root } from './shells.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const findings: readonly DoctorFinding[] = [
  { check: 'versions', state: 'green', facts: { foyer: version }, advice: null },
  { check: 'fonts', state: 'green', facts: { scripts: 11 }, advice: null },
  { check: 'printers', state: 'red', facts: { printer: 'badges' }, advice: 'printer-paper-out' },
  { check: 'clock', state: 'amber', facts: { offSeconds: 90 }, advice: 'doctor-clock-wrong' },
  { check: 'scanner', state: 'skipped', facts: { cameras: 1 }, advice: 'doctor-scan-not-tried' },
  { check: 'lock-down', state: 'red', facts: { undone: 'virtual-terminals' }, advice: 'doctor-not-locked' },
];

/** A red examination as the doctor leaves it in a kiosk's data folder, while the kiosk is not running. */
export function examineRed(data: string, kiosk: string): void {
  mkdirSync(data, { recursive: true });
  const key = openKioskKey(join(data, 'kiosk-key.pem'));
  if (!key.ok) throw new Error(key.reason.message);
  const report: DoctorReport = {
    ...{ kind: 'doctor', version, shell: 'chromium', kiosk, at: new Date().toISOString() },
    findings: [...findings],
  };
  keepReport(data, { report, key: key.value });
}
