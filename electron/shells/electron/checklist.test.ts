import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { configureElectronBuilder, fuses } from '../../../build/package/electron-builder.ts';
import { useMain } from '../../../test/electron/run-main.ts';
import { createPage } from '../../../test/electron/stand-in-window.ts';

/**
 * Electron's checklist, item by item, on the main script itself with a stand-in in the place of Electron. What Chromium makes of it is
 * seen in test/electron/running.
 * @see https://www.electronjs.org/docs/latest/tutorial/security#checklist-security-recommendations
 */
const main = useMain();
const root = join(import.meta.dirname, '..', '..', '..');

async function preferences() {
  const { options } = await main.start();
  return options.webPreferences ?? {};
}

async function policy(): Promise<string[]> {
  await main.start();
  const page = await main.electron().schemeAnswers.get('foyer')?.(new Request('foyer://app/index.html'));
  return page?.headers.get('content-security-policy')?.split('; ') ?? [];
}

it('1. Only load secure content: nothing is loaded but what the kiosk brings with it', async () => {
  const window = await main.start();
  expect(window.loaded).toEqual(['foyer://app/index.html']);
  for (const url of [
    'http://example.org/a.js',
    'https://example.org/a.js',
    'ws://example.org/',
    'ftp://example.org/a',
  ]) {
    await expect(main.electron().session.request(url)).resolves.toBe(false);
  }
});

it('2. Do not enable Node.js integration', async () => {
  await expect(preferences()).resolves.toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
  });
});

it('3. Enable context isolation', async () => {
  await expect(preferences()).resolves.toMatchObject({ contextIsolation: true });
});

it('4. Enable process sandboxing: for every page, and no start without it', async () => {
  await expect(preferences()).resolves.toMatchObject({ sandbox: true });
  expect(main.electron().asked).toContain('enableSandbox');
});

it('5. Handle session permission requests: both handlers refuse', async () => {
  await main.start('--no-camera');
  const { session } = main.electron();
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'midi', 'fullscreen', 'hid']) {
    await expect(session.requestPermission(permission, { mediaTypes: ['video'] })).resolves.toBe(false);
    expect(session.checkPermission(permission, { mediaTypes: ['video'] })).toBe(false);
  }
});

it('6. Do not disable webSecurity', async () => {
  await expect(preferences()).resolves.toMatchObject({ webSecurity: true });
});

it('7. Define a content security policy: its own files, no network, nothing inline, nothing evaluated', async () => {
  const directives = await policy();
  expect(directives).toContain("default-src 'none'");
  expect(directives).toContain("script-src 'self'");
  expect(directives).toContain("connect-src 'self'");
  expect(directives).toContain("frame-ancestors 'none'");
  expect(directives).toContain('sandbox allow-scripts allow-same-origin');
  expect(directives.join(' ')).not.toMatch(/unsafe|http|\*|ws:|blob:/u);
});

it('8. Do not enable allowRunningInsecureContent', async () => {
  await expect(preferences()).resolves.toMatchObject({ allowRunningInsecureContent: false });
});

it('9. Do not enable experimental features', async () => {
  await expect(preferences()).resolves.toMatchObject({ experimentalFeatures: false });
});

it('10. Do not use enableBlinkFeatures', async () => {
  expect(await preferences()).not.toHaveProperty('enableBlinkFeatures');
  expect(main.electron().asked.join(' ')).not.toMatch(/--enable-(?:blink-)?features/u);
});

it('11. Do not use allowpopups for webviews: there are no webviews', async () => {
  await expect(preferences()).resolves.toMatchObject({ webviewTag: false });
});

it('12. Verify webview options before creation: none is created', async () => {
  const { webContents } = await main.start();
  expect(webContents.emitRefusable('will-attach-webview', { preload: '/tmp/evil.js' }, { src: 'https://x/' })).toBe(
    true,
  );
});

it('13. Disable or limit navigation', async () => {
  const { webContents } = await main.start();
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect(webContents.emitRefusable(event)).toBe(true);
  }
});

it('14. Disable or limit creation of new windows', async () => {
  const { webContents } = await main.start();
  expect(webContents.openWindow('foyer://app/index.html')).toBe('deny');
  expect(main.electron().windows).toHaveLength(1);
});

it('15. Do not use shell.openExternal with untrusted content: it is used with none', async () => {
  const openExternal = vi.fn(() => Promise.resolve());
  Object.assign(main.electron().module, { shell: { openExternal } });
  const { webContents } = await main.start();
  for (const url of ['https://example.org/', 'mailto:a@example.org', 'file:///etc/passwd', 'ms-settings:']) {
    webContents.emitRefusable('will-navigate', url);
    webContents.openWindow(url);
  }
  expect(openExternal).not.toHaveBeenCalled();
  await expect(main.electron().session.requestPermission('openExternal')).resolves.toBe(false);
});

it('16. Use a current version of Electron: one exact version, of a line that was supported when it was chosen', () => {
  const { devDependencies } = readJson('package.json') as { devDependencies: { electron: string } };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/u);
  expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(45);
  expect(readJson('node_modules/electron/package.json')).toMatchObject({ version: devDependencies.electron });
});

it('17. Validate the sender of all IPC messages', async () => {
  const { webContents } = await main.start();
  const { ipc } = main.electron();
  const own = { sender: webContents, senderFrame: webContents.mainFrame };
  await expect(ipc.invoke(own, 'foyer', 'greet', {})).resolves.toMatchObject({ shell: 'electron' });
  const frames = [
    null,
    { url: 'https://example.org/', parent: null },
    { url: 'foyer://other/index.html', parent: null },
    { url: 'foyer://app/index.html', parent: webContents.mainFrame },
  ];
  for (const senderFrame of frames) {
    await expect(ipc.invoke({ sender: webContents, senderFrame }, 'foyer', 'greet', {})).rejects.toThrow(
      'foreign-sender',
    );
  }
  const other = createPage();
  const another = { sender: other, senderFrame: other.mainFrame };
  await expect(ipc.invoke(another, 'foyer', 'greet', {})).rejects.toThrow('foreign-sender');
});

it('18. Avoid the file:// protocol: one scheme of its own, registered once with the least privileges', async () => {
  await main.start();
  const { schemes, schemeAnswers, session } = main.electron();
  expect(schemes).toEqual([
    { scheme: 'foyer', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  expect(Array.from(schemeAnswers.keys())).toEqual(['foyer']);
  await expect(session.request('file:///etc/passwd')).resolves.toBe(false);
});

it('19. Check which fuses you can change: all of them are set, and build/package reads them back from what it packed', () => {
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  const packaging = { app: '/app', out: '/out', electronDist: null, electronVersion: '45.0.0', updates: 'https://x/' };
  expect(configureElectronBuilder(packaging).electronFuses).toBe(fuses);
});

it('20. Do not expose Electron APIs to untrusted web content: one function, and no channel of the page’s choice', async () => {
  await main.start();
  const [window] = main.electron().windows;
  if (window !== undefined) main.electron().runPreloadIn(window.webContents);
  await import('./preload.ts');
  const { exposed } = main.electron();
  expect(Array.from(exposed.keys())).toEqual(['foyer']);
  const api = exposed.get('foyer') as Record<string, (...input: unknown[]) => Promise<unknown>>;
  expect(Object.keys(api)).toEqual(['call']);
  await expect(api['call']?.('greet', {})).resolves.toMatchObject({ shell: 'electron' });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
