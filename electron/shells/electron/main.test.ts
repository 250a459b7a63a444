import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createElectronStandIn, type ElectronStandIn } from '../../../test/electron/stand-in.ts';

const pack = join(import.meta.dirname, '..', '..', '..', 'build', 'sample-event');
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

async function runMain(...flags: string[]) {
  const argv = ['electron', '--inspect=0', 'electron/dist/main.js', '--event', pack, '--data', data, ...flags];
  vi.spyOn(process, 'argv', 'get').mockReturnValue(argv);
  await import('./main.ts');
}

async function start(...flags: string[]) {
  await runMain(...flags);
  standIn.module.app.becomeReady();
  await vi.waitUntil(() => standIn.windows[0]?.loaded.length === 1, 10_000);
  const [window] = standIn.windows;
  if (window === undefined) throw new Error('no window was opened');
  return window;
}

describe('before Electron is ready', () => {
  it('asks for what can only be had then', async () => {
    await runMain();
    expect(standIn.asked).toEqual([
      'enableSandbox',
      'setApplicationMenu null',
      `setPath userData ${join(data, 'electron')}`,
      '--disable-pinch=',
      '--overscroll-history-navigation=0',
      'requestSingleInstanceLock',
    ]);
    expect(standIn.schemes).toMatchObject([{ scheme: 'foyer' }]);
    expect(standIn.windows).toEqual([]);
  });

  it('leaves the place to the kiosk that has this data folder already', async () => {
    standIn.module.app.hasLock = false;
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    await runMain();
    expect(standIn.module.app.exitCodes).toEqual([1]);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining(data));
  });

  it('says what is wrong with an option', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    await runMain('--media', '90mm');
    expect(standIn.module.app.exitCodes).toEqual([2]);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('--media'));
  });
});

describe('once it is ready', () => {
  it('opens the one page in a full screen', async () => {
    const window = await start();
    expect(standIn.windows).toHaveLength(1);
    expect(window.loaded).toEqual(['foyer://app/index.html']);
    expect(window.options).toMatchObject({ kiosk: true, webPreferences: { devTools: false } });
    expect(window.options.webPreferences?.preload).toMatch(/preload\.cjs$/u);
  });

  it('has guarded the session and the page', async () => {
    const { webContents } = await start();
    expect(standIn.session.checkPermission('media')).toBe(false);
    expect(webContents.emitRefusable('will-navigate')).toBe(true);
    expect(webContents.openWindow('https://example.org/')).toBe('deny');
  });

  it('serves the page with its policy', async () => {
    await start();
    const response = await standIn.schemeAnswers.get('foyer')?.(new Request('foyer://app/missing.html'));
    expect(response?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers that page, and it alone', async () => {
    const { webContents } = await start();
    const page = { sender: webContents, senderFrame: webContents.mainFrame };
    await expect(standIn.ipc.invoke(page, 'foyer', 'greet', {})).resolves.toMatchObject({ shell: 'electron' });
    const foreign = { sender: webContents, senderFrame: { url: 'https://example.org/', parent: null } };
    await expect(standIn.ipc.invoke(foreign, 'foyer', 'greet', {})).rejects.toThrow('foreign-sender');
  });

  it('clears the clipboard when a visit ends', async () => {
    const { webContents } = await start();
    const page = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(standIn.asked).not.toContain('clipboard.clear');
    await standIn.ipc.invoke(page, 'foyer', 'endVisit', {});
    expect(standIn.asked).toContain('clipboard.clear');
  });

  it('runs a hub of its own beside itself, once the page is up, and ends it with itself', async () => {
    const { webContents } = await start();
    const page = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(standIn.forked).toEqual([]);
    webContents.emit('did-finish-load');
    await standIn.ipc.invoke(page, 'foyer', 'awaitNews', { seen: 0 });
    expect(standIn.forked).toEqual([
      {
        script: expect.stringMatching(/hub\.js$/u) as string,
        flags: expect.arrayContaining(['--own-kiosk', expect.stringMatching(/^K1:/u)]) as string[],
      },
    ]);
  });

  it('comes to the front when it is started again', async () => {
    const window = await start();
    standIn.module.app.emit('second-instance', {});
    expect(window.did).toContain('focus');
  });

  it('closes its window only when it quits, and ends after the host has', async () => {
    const window = await start();
    expect(window.emitRefusable('close')).toBe(true);
    standIn.module.app.quit();
    expect(window.emitRefusable('close')).toBe(false);
    expect(standIn.module.app.exitCodes, 'the host is not closed yet').toEqual([]);
    await vi.waitUntil(() => standIn.module.app.exitCodes.length > 0, 10_000);
    expect(standIn.module.app.exitCodes).toEqual([0]);
  });
});

it('does not start on an event that it cannot read', async () => {
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  await runMain('--event', join(data, 'no-event'));
  standIn.module.app.becomeReady();
  await vi.waitUntil(() => standIn.module.app.exitCodes.length > 0, 10_000);
  expect(standIn.module.app.exitCodes).toEqual([1]);
  expect(complaint).toHaveBeenCalledWith(expect.stringContaining('no-event'));
  expect(standIn.windows).toEqual([]);
});
