import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { compareVersions } from '../../../domain/protocol/updates.ts';
import { versionSchema } from '../../../domain/protocol/update-report.ts';
import { writeWhole } from '../../../electron/files/write-whole.ts';
import { mostStarts, updateStateSchema, type UpdateState } from '../../../electron/update/update-state.ts';

/** What the system's own part of updates remembers, in a file that only root writes. */
export const installerStateSchema = z.strictObject({
  format: z.literal('foyer-installer-1'),
  /** The highest version that was ever put in. */
  seen: versionSchema.nullable(),
  /** The version that was put in last and has not been called healthy, and the kept one that it took the place of. */
  trial: z.strictObject({ version: versionSchema, from: versionSchema }).nullable(),
  /** dpkg was called and has not ended. */
  isInstalling: z.boolean(),
});
export type InstallerState = z.infer<typeof installerStateSchema>;

export const newInstallerState: InstallerState = {
  format: 'foyer-installer-1',
  seen: null,
  trial: null,
  isInstalling: false,
};

/** One that cannot be read counts as new: nothing is put back then, and versions still only rise from the installed one. */
export function readInstallerState(path: string): InstallerState {
  return readAs(installerStateSchema, path) ?? newInstallerState;
}

export function writeInstallerState(path: string, state: InstallerState): void {
  writeWhole(path, `${JSON.stringify(state, null, 2)}\n`);
}

/** What the kiosk says of its updates; it may say anything. */
export function readKioskState(path: string): UpdateState | null {
  return readAs(updateStateSchema, path);
}

function readAs<Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> | null {
  if (!existsSync(path)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/**
 * How the kiosk judges the version on trial. It puts its data in order before it says that one failed; `failed` without its word only when it
 * broke off at that, too.
 */
export function judgeTrial(version: string, { trial, ended }: UpdateState): 'healthy' | 'failed' | 'open' {
  if (ended?.version === version && trial === null) {
    if (ended.kind === 'installed') return 'healthy';
    return ended.kind === 'rolled-back' ? 'failed' : 'open';
  }
  return trial?.version === version && trial.starts > mostStarts + 1 ? 'failed' : 'open';
}

/** By request versions only rise, above what is installed and not below what ever was. */
export function isRise(version: string, { installed, seen }: { installed: string; seen: string | null }): boolean {
  return compareVersions(version, installed) > 0 && (seen === null || compareVersions(version, seen) >= 0);
}
