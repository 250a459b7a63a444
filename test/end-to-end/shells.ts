import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../build/chromium.mjs';
import { findElectron, hasDisplay } from '../../build/set-up/electron.mjs';
import type { ShellName } from '../../electron/bridge/greet.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** FOYER_SHELL chooses one; otherwise every shell that this machine can run. */
export function listShells(): ShellName[] {
  const chosen = process.env['FOYER_SHELL'];
  if (chosen === 'chromium' || chosen === 'electron') return [chosen];
  if (chosen) throw new Error(`FOYER_SHELL is "${chosen}"; write chromium or electron.`);
  const hasElectron = findElectron(root) !== null && hasDisplay();
  return [...(findChromium() === null ? [] : (['chromium'] as const)), ...(hasElectron ? (['electron'] as const) : [])];
}
