import type { KeyObject } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { UpdateChannel } from '../../domain/protocol/updates.ts';
import { describeRelease, signDescriptions } from '../update/describe-release.ts';
import type { Target } from './options.ts';

/** What each package is offered to installed kiosks as; null: nothing updates from it. */
const channels = {
  'chromium-deb': 'latest-chromium',
  nsis: 'latest',
  AppImage: 'latest-linux',
  deb: null,
  'tar.gz': null,
} as const satisfies Record<Target, UpdateChannel | null>;

/** Descriptions of an earlier run must not vouch for the packages of this one. */
export function dropDescriptions({ folder, targets }: { folder: string; targets: readonly Target[] }): void {
  for (const target of targets) {
    const channel = channels[target];
    if (channel === null) continue;
    for (const ending of ['yml', 'yml.sig']) rmSync(join(folder, `${channel}.${ending}`), { force: true });
  }
}

export interface ReleaseToSign {
  readonly folder: string;
  readonly version: string;
  readonly key: KeyObject;
  readonly at: Date;
  /** What was made, by target. */
  readonly made: ReadonlyMap<Target, readonly string[]>;
}

/**
 * Makes a release of what was packed: `latest*.yml` and its signature, as the hub's `updates add` takes them. electron-builder describes
 * its own packages; the .deb of the Chromium shell is described here.
 * @returns names of the descriptions that were signed
 */
export async function signRelease({ folder, version, key, at, made }: ReleaseToSign): Promise<string[]> {
  const debs = made.get('chromium-deb') ?? [];
  if (debs.length > 0) {
    const files = debs.map((file) => basename(file));
    await describeRelease({ folder, files, version, channel: channels['chromium-deb'], key, at });
  }
  const own = [...made.keys()].map((target) => channels[target]).filter((channel) => channel !== null);
  const described = own.filter((channel) => existsSync(join(folder, `${channel}.yml`)));
  return signDescriptions({ folder, key, channels: described });
}
