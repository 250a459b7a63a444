import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { useMain } from '../../../test/electron/run-main.ts';

const main = useMain();

describe('before Electron is ready', () => {
  it('asks for what can only be had then', async () => {
    await main.run();
    expect(main.electron().asked).toEqual([
      'enableSandbox',
      'setApplicationMenu null',
      `setPath userData ${join(main.data(), 'electron')}`,
      '--disable-pinch=',
      '--overscroll-history-navigation=0',
      'requestSingleInstanceLock',
    ]);
    expect(main.electron().schemes).toMatchObject([{ scheme: 'foyer' }]);
    expect(main.electron().windows).toEqual([]);
  });

  it('leaves the place to the kiosk that has this data folder already', async () => {
    main.electron().module.app.hasLock = false;
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    await main.run();
    expect(main.electron().module.app.exitCodes).toEqual([1]);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining(main.data()));
  });

  it('says what is wrong with an option', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    await main.run('--media', '90mm');
    expect(main.electron().module.app.exitCodes).toEqual([2]);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('--media'));
  });
});

describe('once it is ready', () => {
  it('opens the one page in a full screen', async () => {
    const window = await main.start();
    expect(main.electron().windows).toHaveLength(1);
    expect(window.loaded).toEqual(['foyer://app/index.html']);
    expect(window.options).toMatchObject({ kiosk: true, webPreferences: { devTools: false } });
    expect(window.options.webPreferences?.preload).toMatch(/preload\.cjs$/u);
  });

  it('has guarded the session and the page', async () => {
    const { webContents } = await main.start();
    expect(main.electron().session.checkPermission('media')).toBe(false);
    expect(webContents.emitRefusable('will-navigate')).toBe(true);
    expect(webContents.openWindow('https://example.org/')).toBe('deny');
  });

  it('serves the page with its policy', async () => {
    await main.start();
    const response = await main.electron().schemeAnswers.get('foyer')?.(new Request('foyer://app/missing.html'));
    expect(response?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers that page, and it alone', async () => {
    const { webContents } = await main.start();
    const page = { sender: webContents, senderFrame: webContents.mainFrame };
    await expect(main.electron().ipc.invoke(page, 'foyer', 'greet', {})).resolves.toMatchObject({ shell: 'electron' });
    const foreign = { sender: webContents, senderFrame: { url: 'https://example.org/', parent: null } };
    await expect(main.electron().ipc.invoke(foreign, 'foyer', 'greet', {})).rejects.toThrow('foreign-sender');
  });

  it('clears the clipboard when a visit ends', async () => {
    const { webContents } = await main.start();
    const page = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(main.electron().asked).not.toContain('clipboard.clear');
    await main.electron().ipc.invoke(page, 'foyer', 'endVisit', {});
    expect(main.electron().asked).toContain('clipboard.clear');
  });

  it('runs a hub of its own beside itself, once the page is up, and ends it with itself', async () => {
    const { webContents } = await main.start();
    const page = { sender: webContents, senderFrame: webContents.mainFrame };
    expect(main.electron().forked).toEqual([]);
    webContents.emit('did-finish-load');
    await main.electron().ipc.invoke(page, 'foyer', 'awaitNews', { seen: 0 });
    expect(main.electron().forked).toEqual([
      {
        script: expect.stringMatching(/hub\.js$/u) as string,
        flags: expect.arrayContaining(['--own-kiosk', expect.stringMatching(/^K1:/u)]) as string[],
      },
    ]);
  });

  it('comes to the front when it is started again', async () => {
    const window = await main.start();
    main.electron().module.app.emit('second-instance', {});
    expect(window.did).toContain('focus');
  });

  it('closes its window only when it quits, and ends after the host has', async () => {
    const window = await main.start();
    expect(window.emitRefusable('close')).toBe(true);
    main.electron().module.app.quit();
    expect(window.emitRefusable('close')).toBe(false);
    expect(main.electron().module.app.exitCodes, 'the host is not closed yet').toEqual([]);
    await vi.waitUntil(() => main.electron().module.app.exitCodes.length > 0, 10_000);
    expect(main.electron().module.app.exitCodes).toEqual([0]);
  });
});

it('does not start on an event that it cannot read', async () => {
  const complaint = vi.spyOn(console, 'error').mockReturnValue();
  await main.run('--event', join(main.data(), 'no-event'));
  main.electron().module.app.becomeReady();
  await vi.waitUntil(() => main.electron().module.app.exitCodes.length > 0, 10_000);
  expect(main.electron().module.app.exitCodes).toEqual([1]);
  expect(complaint).toHaveBeenCalledWith(expect.stringContaining('no-event'));
  expect(main.electron().windows).toEqual([]);
});
