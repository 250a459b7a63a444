import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../../build/chromium.mjs';
import { hasDisplay } from '../../../build/set-up/electron.mjs';
import { kioskEnvironment } from '../../end-to-end/host-process.ts';
import { portrait } from '../../end-to-end/open-kiosk.ts';
import { root } from '../../end-to-end/shells.ts';
import type { Starter } from './open-shell.ts';

export interface Starters {
  /** The Chromium shell, as `npm start` runs it. */
  kiosk(data: string, flags: readonly string[]): Starter;
  /** A small program that opens the same Chromium with the same arguments on a page with one button. */
  blank(profile: string, port: string): Starter;
}

interface StarterOptions {
  /** As NODE_OPTIONS. */
  readonly nodeOptions?: string;
  /** Of the screen where there is none, in pixels; the kiosk's own unless told. */
  readonly screen?: { readonly width: number; readonly height: number };
}

/** @param folder for the script that opens Chromium */
export function createStarters(folder: string, { nodeOptions = '', screen = portrait }: StarterOptions = {}): Starters {
  const program = writeOpener(folder, screen);
  const environment = {
    // Without a display the shell would open no browser; ours does not look at it.
    ...(hasDisplay() ? {} : { DISPLAY: ':0' }),
    ...kioskEnvironment({ hasDisplay: true }),
    NODE_OPTIONS: nodeOptions,
  };
  const shell = join(root, 'electron', 'shells', 'chromium', 'main.ts');
  const event = join(root, 'build', 'sample-event');
  return {
    kiosk: (data, flags) => ({
      command: [shell, '--data', data, '--event', event, '--chromium', program, ...flags],
      environment,
      profile: join(data, 'chromium'),
    }),
    blank: (profile, port) => ({
      command: [join(import.meta.dirname, 'blank-host.ts'), program, profile, port],
      environment,
      profile,
    }),
  };
}

/** The host chooses Chromium's arguments; what only a benchmark needs is put before them. */
function writeOpener(folder: string, { width, height }: typeof portrait): string {
  const program = findChromium();
  if (program === null) throw new Error('No Chromium is here; npm start installs one.');
  const display = hasDisplay() ? '' : `--headless '--screen-info={${width}x${height}}' `;
  const opener = join(folder, 'chromium.sh');
  writeFileSync(opener, `#!/bin/sh\nexec '${program}' ${display}--remote-debugging-port=0 "$@"\n`);
  chmodSync(opener, 0o755);
  return opener;
}
