import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, vi } from 'vitest';
import { createElectronStandIn, type ElectronStandIn } from './stand-in.ts';

const root = join(import.meta.dirname, '..', '..');
const pack = join(root, 'build', 'sample-event');
const script = join(root, 'electron', 'shells', 'electron', 'main.ts');

/** For each test a fresh Electron, in which the real main script runs. */
export function useMain() {
  let standIn: ElectronStandIn;
  let data: string;

  beforeEach(() => {
    vi.resetModules();
    standIn = createElectronStandIn();
    vi.doMock('electron', () => standIn.module);
    data = mkdtempSync(join(tmpdir(), 'foyer-electron-'));
  });
  afterEach(async () => {
    standIn.module.app.quit();
    await vi.waitUntil(() => standIn.module.app.exitCodes.length > 0, 10_000);
    rmSync(data, { recursive: true, force: true });
    vi.unstubAllGlobals();
  });

  /** With exactly these arguments, as an installed kiosk that an installer or a person starts. */
  async function runInstalled(...argv: string[]) {
    standIn.module.app.isPackaged = true;
    vi.spyOn(process, 'argv', 'get').mockReturnValue(['foyer', ...argv]);
    await import('../../electron/shells/electron/main.ts');
  }

  /** As a developer does it in a checkout. */
  async function run(...flags: string[]) {
    const own = ['--event', pack, '--data', data, ...flags];
    const argv = ['electron', '--inspect=0', script, ...own];
    vi.spyOn(process, 'argv', 'get').mockReturnValue(argv);
    await import('../../electron/shells/electron/main.ts');
  }

  async function start(...flags: string[]) {
    await run(...flags);
    standIn.module.app.becomeReady();
    await vi.waitUntil(() => standIn.windows[0]?.loaded.length === 1, 10_000);
    const [window] = standIn.windows;
    if (window === undefined) throw new Error('no window was opened');
    return window;
  }

  return {
    run,
    runInstalled,
    start,
    electron: () => standIn,
    data: () => data,
    /** What an installed kiosk needs at least. */
    ownFlags: () => ['--event', pack, '--data', data],
  };
}
