import type { Input, MouseInputEvent } from 'electron';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useMain } from '../../../test/electron/run-main.ts';

/** Every way out that visitors try, on the main script with a stand-in in the place of Electron; test/escape tries them on a real Chromium. */
const main = useMain();

const control = { control: true };
const alt = { alt: true };
const meta = { meta: true };
const shift = { shift: true };

const keys: [string, Partial<Input>][] = [
  ['Alt+F4', { key: 'F4', ...alt }],
  ['Alt+Tab', { key: 'Tab', ...alt }],
  ['Alt+Escape', { key: 'Escape', ...alt }],
  ['Alt+Space', { key: ' ', ...alt }],
  ['Alt+Left (back)', { key: 'ArrowLeft', ...alt }],
  ['Alt+Right (forward)', { key: 'ArrowRight', ...alt }],
  ['Alt+Home', { key: 'Home', ...alt }],
  ['Alt+D (address)', { key: 'd', ...alt }],
  ...Array.from('wntposujrlfhdgkeq+-=0123456789', (key): [string, Partial<Input>] => [
    `Ctrl+${key}`,
    { key, ...control },
  ]),
  ...Array.from('INTJRCKWDBMOP', (key): [string, Partial<Input>] => [
    `Ctrl+Shift+${key}`,
    { key, ...control, ...shift },
  ]),
  ['Ctrl+Shift+Delete', { key: 'Delete', ...control, ...shift }],
  ['Ctrl+Shift+Escape', { key: 'Escape', ...control, ...shift }],
  ['Ctrl+Escape', { key: 'Escape', ...control }],
  ['Ctrl+Tab', { key: 'Tab', ...control }],
  ['Ctrl+F4', { key: 'F4', ...control }],
  ['Ctrl+Alt+Delete', { key: 'Delete', ...control, ...alt }],
  ['Shift+F10', { key: 'F10', ...shift }],
  ...Array.from({ length: 24 }, (_, index): [string, Partial<Input>] => [`F${index + 1}`, { key: `F${index + 1}` }]),
  ...Array.from({ length: 12 }, (_, index): [string, Partial<Input>] => [
    `Ctrl+Alt+F${index + 1}`,
    { key: `F${index + 1}`, ...control, ...alt },
  ]),
  ...Array.from('rlesdxi', (key): [string, Partial<Input>] => [`Windows+${key}`, { key, ...meta }]),
  ...[
    'Meta',
    'OS',
    'ContextMenu',
    'PrintScreen',
    'Pause',
    'Help',
    'Find',
    'BrowserBack',
    'BrowserForward',
    'BrowserHome',
  ].map((key): [string, Partial<Input>] => [key, { key }]),
  ...['BrowserRefresh', 'BrowserSearch', 'LaunchMail', 'LaunchApplication1', 'MediaPlayPause', 'ZoomIn', 'Power'].map(
    (key): [string, Partial<Input>] => [key, { key }],
  ),
];

const pointing: [string, Partial<MouseInputEvent>][] = [
  ['a right click', { button: 'right' }],
  ['the context menu of a long press', { type: 'contextMenu' }],
  ['a middle click', { button: 'middle' }],
  ['a click with Control', { modifiers: ['control'] }],
  ['a click with Shift', { modifiers: ['shift'] }],
  ['a click with Alt, which downloads', { modifiers: ['alt'] }],
  ['the wheel with Control, which zooms', { type: 'mouseWheel', modifiers: ['ctrl'] }],
  ['the wheel with Shift, which goes back', { type: 'mouseWheel', modifiers: ['shift'] }],
];

/** Electron leaves the buttons at a mouse's side without a name. */
const sideButton = { type: 'mouseDown', button: undefined } as unknown as Partial<MouseInputEvent>;

const addresses = [
  'https://example.org/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'file:///C:/Windows/System32/cmd.exe',
  'view-source:foyer://app/index.html',
  'chrome://settings',
  'chrome://crash',
  'devtools://devtools/bundled/inspector.html',
  'about:blank',
  'javascript:alert(1)',
  'data:text/html,<h1>hello</h1>',
  'blob:foyer://app/1',
  'mailto:a@example.org',
  'tel:999',
  'ms-settings:',
  'ms-help://',
  'search-ms:',
  'shell:::{20D04FE0-3AEA-1069-A2D8-08002B30309D}',
  'foyer://other/index.html',
  'foyer://app/index.html',
];

it('by the keyboard: none of the combinations reaches page or browser', async () => {
  const { webContents } = await main.start();
  expect(keys.filter(([, key]) => webContents.press(key)).map(([name]) => name)).toEqual([]);
});

it('Escape, which a dialog of ours may need, leaves no full screen: Electron’s kiosk has none to leave by key', async () => {
  const { webContents, options } = await main.start();
  expect(webContents.press({ key: 'Escape' })).toBe(true);
  expect(options).toMatchObject({ kiosk: true, fullscreen: true, minimizable: false, frame: false });
});

it('by the mouse', async () => {
  const { webContents } = await main.start();
  expect(pointing.filter(([, mouse]) => webContents.point(mouse)).map(([name]) => name)).toEqual([]);
  expect(webContents.point(sideButton), 'back').toBe(false);
  expect(webContents.point({ type: 'mouseDown', button: 'left' }), 'a touch on a button').toBe(true);
  expect(webContents.point({ type: 'mouseWheel', modifiers: [] }), 'scrolling').toBe(true);
});

it('by an address: no page, no frame and no window goes there', async () => {
  const { webContents } = await main.start();
  const ways = (url: string) => [
    !webContents.emitRefusable('will-navigate', url),
    !webContents.emitRefusable('will-frame-navigate', url),
    !webContents.emitRefusable('will-redirect', url),
    webContents.openWindow(url) !== 'deny',
  ];
  expect(addresses.filter((url) => ways(url).includes(true))).toEqual([]);
});

describe('by what a browser does beside pages', () => {
  it.each([
    ['a download', 'will-download'],
    ['a USB device', 'select-usb-device'],
    ['a HID device', 'select-hid-device'],
    ['a folder that pages may not have', 'file-system-access-restricted'],
  ])('%s', async (_, event) => {
    await main.start();
    const chosen: unknown[] = [];
    const choose = (device?: unknown) => chosen.push(device);
    expect(main.electron().session.emitRefusable(event, {}, choose, choose)).toBe(true);
    expect(chosen.filter((each) => each !== undefined && each !== null && each !== 'deny')).toEqual([]);
  });

  it('a serial port, a bluetooth device, a paired one, the screen', async () => {
    const { webContents } = await main.start();
    const { session } = main.electron();
    const chosen: unknown[] = [];
    expect(session.emitRefusable('select-serial-port', [{}], webContents, (port: string) => chosen.push(port))).toBe(
      true,
    );
    expect(webContents.emitRefusable('select-bluetooth-device', [{}], (id: string) => chosen.push(id))).toBe(true);
    expect(chosen).toEqual(['', '']);
    expect(session.pair()).toBe(false);
    expect(session.film()).toBe(null);
    for (const device of ['usb', 'hid', 'serial']) expect(session.checkDevice(device)).toBe(false);
  });

  it('the window’s own menu, its commands, its end', async () => {
    const window = await main.start();
    expect(window.emitRefusable('system-context-menu')).toBe(true);
    expect(window.emitRefusable('app-command', 'browser-backward')).toBe(true);
    expect(window.emitRefusable('close'), 'Alt+F4 as Windows sends it').toBe(true);
    expect(main.electron().asked).toContain('setApplicationMenu null');
  });

  it('dialogs, developer tools, a file that is dropped, a menu of spelling', async () => {
    const { options } = await main.start();
    expect(options.webPreferences).toMatchObject({
      disableDialogs: true,
      devTools: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });

  it('zoom, pinch, edge swipes, the pages before', async () => {
    const { webContents } = await main.start();
    webContents.emit('did-finish-load');
    expect(webContents.did).toEqual(['setZoomFactor 1', 'setVisualZoomLevelLimits 1 1', 'navigationHistory.clear']);
    expect(main.electron().asked).toEqual(
      expect.arrayContaining(['--disable-pinch=', '--overscroll-history-navigation=0']),
    );
  });

  it('a certificate that nobody asked for', async () => {
    await main.start();
    const chosen: unknown[] = [];
    const choose = (certificate?: unknown) => chosen.push(certificate);
    expect(main.electron().module.app.emitRefusable('select-client-certificate', {}, 'https://x/', [{}], choose)).toBe(
      true,
    );
    expect(chosen).toEqual([undefined]);
  });
});

it('a page that crashes shows no crash page: it is loaded again', async () => {
  const window = await main.start();
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  await expect.poll(() => window.loaded, { timeout: 10_000 }).toHaveLength(2);
  expect(window.loaded.every((url) => url.startsWith('foyer://app/'))).toBe(true);
});

it('a monkey: whatever it hits, nothing passes but characters, the keys of a form, and the left button', async () => {
  const { webContents } = await main.start();
  const modifier = fc.record({ control: fc.boolean(), alt: fc.boolean(), meta: fc.boolean(), shift: fc.boolean() });
  const key = fc.oneof(fc.constantFrom(...keys.map(([, each]) => each.key ?? '')), fc.string({ unit: 'grapheme' }));
  const formKeys = /^(?:Arrow|Page|Alt|Back|Caps|Comp|Dead|Del|End|Enter|Escape|Home|Process|Shift|Tab)/u;
  fc.assert(
    fc.property(key, modifier, (name, held) => {
      if (!webContents.press({ key: name, ...held })) return;
      expect(held.meta).toBe(false);
      expect(held.control).toBe(held.alt);
      expect(Array.from(name).length === 1 || (formKeys.test(name) && !held.control)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
