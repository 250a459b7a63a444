import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import type { ShellName } from '../bridge/greet.ts';
import { enrolmentPath } from '../choose-hub.ts';
import type { Config } from '../config/read-config.ts';
import { openKioskKey } from '../journal/kiosk-key.ts';
import type { Machine } from '../machine.ts';
import { root } from '../places.ts';
import { readEnrolment } from '../uplink/enrolment-file.ts';
import { openFolderSource } from './folder-source.ts';
import { openHubSource } from './hub-source.ts';
import { installPackage } from './install-package.ts';
import { findInstallation, usualSpool } from './installation.ts';
import { toMinutes, type DailyWindow } from './may-install.ts';
import type { UpdateSource } from './update-source.ts';
import { openUpdates, type Updates } from './updates.ts';

export interface StartUpdates {
  readonly config: Pick<Config, 'data' | 'updates' | 'updateWindow'>;
  readonly shell: ShellName;
  readonly restart: () => void;
  readonly machine: Machine;
  readonly logger: Logger;
}

/** Updates as the options say, on this machine. Null: the version before is being put back, and this process ends. */
export function startUpdates({ config, shell, restart, machine, logger }: StartUpdates): Promise<Updates | null> {
  const { data, updates, updateWindow } = config;
  const { platform, env: environment } = process;
  return openUpdates({
    data,
    running: packageJson.version,
    installation: findInstallation({ root, shell, platform, environment }),
    openSource: updates === 'off' ? 'switched-off' : () => openSource(updates, data),
    window: updateWindow === undefined ? null : readWindow(updateWindow),
    spool: usualSpool,
    isOnBattery,
    install: installPackage,
    end(how) {
      // An installer starts the kiosk again when it is done.
      if (how === 'quit') process.exit(0);
      restart();
    },
    clock: machine.clock,
    now: machine.now,
    pause: (milliseconds) => wait(milliseconds),
    logger,
  });
}

function openSource(updates: string, data: string): UpdateSource | null {
  if (updates !== 'hub') return openFolderSource(updates.replace(/^folder:/u, ''));
  const enrolment = readEnrolment(enrolmentPath(data));
  const kioskKey = openKioskKey(join(data, 'kiosk-key.pem'));
  if (!enrolment.ok || enrolment.value === null || !kioskKey.ok) return null;
  const { address, pin, certificate } = enrolment.value;
  return openHubSource({ target: { address, pin, kiosk: certificate.kiosk }, kioskKey: kioskKey.value });
}

/** `20:00-07:00` */
function readWindow(text: string): DailyWindow {
  const [from = '', to = ''] = text.split('-');
  return { from: toMinutes(from), to: toMinutes(to) };
}

/** https://docs.kernel.org/power/power_supply_class.html; null on machines that say nothing of it. */
function isOnBattery(): boolean | null {
  const place = '/sys/class/power_supply';
  try {
    const states = readdirSync(place).map((name) => readFileSync(join(place, name, 'status'), 'utf8').trim());
    return states.length === 0 ? null : states.includes('Discharging');
  } catch {
    return null;
  }
}
