import type { App, Session } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { createElectronStandIn } from '../../../test/electron/stand-in.ts';
import {
  createPage,
  createSession,
  type PageStandIn,
  type SessionStandIn,
} from '../../../test/electron/stand-in-window.ts';
import { guardPages, guardSession } from './guards.ts';

describe('a guarded session', () => {
  let session: SessionStandIn;
  beforeEach(() => {
    session = createSession();
    guardSession(session as unknown as Session, { camera: true });
  });

  it.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'fullscreen', 'openExternal', 'fileSystem'])(
    'grants no %s',
    async (permission) => {
      await expect(session.requestPermission(permission)).resolves.toBe(false);
      expect(session.checkPermission(permission)).toBe(false);
    },
  );

  it('lets its own page use the camera, and nobody the microphone', async () => {
    const video = { mediaTypes: ['video'] };
    await expect(session.requestPermission('media', video)).resolves.toBe(true);
    expect(session.checkPermission('media', video)).toBe(true);
    for (const mediaTypes of [['audio'], ['video', 'audio'], []]) {
      await expect(session.requestPermission('media', { mediaTypes })).resolves.toBe(false);
    }
    expect(session.checkPermission('media', { mediaTypes: ['audio'] })).toBe(false);
    for (const foreign of [{ origin: 'https://example.org/' }, { origin: 'foyer://other/' }, { isMainFrame: false }]) {
      expect(session.checkPermission('media', { ...video, ...foreign })).toBe(false);
      await expect(session.requestPermission('media', { ...video, ...foreign })).resolves.toBe(false);
    }
  });

  it('leaves the camera off when the option says so', async () => {
    guardSession(session as unknown as Session, { camera: false });
    await expect(session.requestPermission('media', { mediaTypes: ['video'] })).resolves.toBe(false);
    expect(session.checkPermission('media', { mediaTypes: ['video'] })).toBe(false);
  });

  it.each(['usb', 'hid', 'serial'])('grants no %s device', (device) => {
    expect(session.checkDevice(device)).toBe(false);
  });

  it('downloads nothing', () => {
    expect(session.emitRefusable('will-download', {}, {})).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://example.org/x.js',
    'ws://127.0.0.1:9100/',
    'file:///etc/passwd',
    'foyer://other/',
  ])('lets no request out to %s', async (url) => {
    await expect(session.request(url)).resolves.toBe(false);
  });

  it.each(['foyer://app/index.html', 'foyer://app/assets/a.woff2', 'blob:foyer://app/5b1', 'data:image/png;base64,AA'])(
    'lets the page have its own %s',
    async (url) => {
      await expect(session.request(url)).resolves.toBe(true);
    },
  );
});

describe('a guarded page', () => {
  let app: ReturnType<typeof createElectronStandIn>['module']['app'];
  let page: PageStandIn;
  beforeEach(() => {
    app = createElectronStandIn().module.app;
    guardPages(app as unknown as App);
    page = createPage();
    app.emit('web-contents-created', {}, page);
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (event) => {
    expect(page.emitRefusable(event)).toBe(true);
  });

  it.each(['https://example.org/', 'foyer://app/index.html', 'about:blank'])('opens no window for %s', (url) => {
    expect(page.openWindow(url)).toBe('deny');
  });

  it('trusts no certificate that Chromium does not', () => {
    const answers: boolean[] = [];
    const isHandled = app.emitRefusable('certificate-error', page, 'https://x/', 'ERR', {}, (isTrusted: boolean) => {
      answers.push(isTrusted);
    });
    expect(isHandled).toBe(true);
    expect(answers).toEqual([false]);
  });

  it('gets what a person types', () => {
    const keys = ['a', 'Ж', '你', '𠮷', ' ', '@', 'Enter', 'Backspace', 'Tab', 'ArrowLeft', 'Shift', 'Dead', 'Process'];
    expect(keys.filter((key) => !page.press({ key }))).toEqual([]);
    expect(page.press({ key: '@', control: true, alt: true }), 'AltGr on Windows').toBe(true);
    expect(page.press({ key: 'F12', type: 'keyUp' })).toBe(true);
  });

  it('gets no shortcut', () => {
    const letters = ['r', 'w', 'q', 'p', 'o', 's', 'n', 't', 'l', 'f', 'u', 'j', '+', '0'];
    const functionKeys = Array.from({ length: 24 }, (_, index) => `F${index + 1}`);
    const browserKeys = [
      'BrowserBack',
      'BrowserHome',
      'BrowserSearch',
      'LaunchMail',
      'ContextMenu',
      'PrintScreen',
      'Help',
    ];
    expect(letters.filter((key) => page.press({ key, control: true }))).toEqual([]);
    expect(letters.filter((key) => page.press({ key, meta: true }))).toEqual([]);
    expect(['F4', 'ArrowLeft', 'd', ' '].filter((key) => page.press({ key, alt: true }))).toEqual([]);
    expect(['Delete', 'Tab'].filter((key) => page.press({ key, control: true, alt: true }))).toEqual([]);
    expect([...functionKeys, ...browserKeys].filter((key) => page.press({ key }))).toEqual([]);
  });
});
