import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readKioskSettings, type KioskSettings } from '../../domain/protocol/kiosk-settings.ts';
import { writeWhole } from '../files/write-whole.ts';

export function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings-of-hub.json');
}

/** What the hub told last, each setting that is right. A file that cannot be read is as good as none: the hub tells it again. */
export function readKeptSettings(dataFolder: string): KioskSettings {
  try {
    const told: unknown = JSON.parse(readFileSync(settingsPath(dataFolder), 'utf8'));
    return readKioskSettings(z.record(z.string(), z.unknown()).parse(told));
  } catch {
    return {};
  }
}

/** @throws when the disk refuses */
export function keepSettings(dataFolder: string, settings: KioskSettings): void {
  writeWhole(settingsPath(dataFolder), `${JSON.stringify(settings, null, 2)}\n`);
}
