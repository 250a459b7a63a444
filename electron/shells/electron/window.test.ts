import type { BrowserWindow as RealBrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import { createWindowClass } from '../../../test/electron/stand-in-window.ts';
import { openKioskWindow } from './window.ts';

function open({ isOrdinary, isQuitting = false }: { isOrdinary: boolean; isQuitting?: boolean }) {
  const { BrowserWindow, opened } = createWindowClass(() => undefined);
  openKioskWindow({
    BrowserWindow: BrowserWindow as unknown as typeof RealBrowserWindow,
    preload: '/app/preload.cjs',
    isOrdinary,
    isQuitting: () => isQuitting,
  });
  const [window] = opened;
  if (window === undefined) throw new Error('no window was opened');
  return window;
}

describe.each([{ isOrdinary: false }, { isOrdinary: true }])('a window, ordinary: $isOrdinary', (given) => {
  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['spellcheck', false],
    ['disableDialogs', true],
    ['preload', '/app/preload.cjs'],
  ])('has %s %s', (name, value) => {
    expect(open(given).options.webPreferences).toHaveProperty(name, value);
  });

  it('asks for no Blink feature', () => {
    expect(open(given).options.webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('keeps its title, since a page’s could be personal', () => {
    expect(open(given).emitRefusable('page-title-updated', 'Chan Tai Man')).toBe(true);
  });

  it('is shown when there is something to see', () => {
    const window = open(given);
    expect([window.options.show, window.did]).toEqual([false, []]);
    window.emit('ready-to-show');
    expect(window.did).toEqual(['show']);
  });
});

it('fills the screen as a kiosk, without developer tools', () => {
  const { options } = open({ isOrdinary: false });
  expect(options).toMatchObject({ kiosk: true, fullscreen: true, frame: false, minimizable: false });
  expect(options.webPreferences?.devTools).toBe(false);
});

it('is an ordinary window when asked', () => {
  const { options } = open({ isOrdinary: true });
  expect(options).toMatchObject({ kiosk: false, fullscreen: false, frame: true });
});

it('closes only with the host, unless it is ordinary', () => {
  expect(open({ isOrdinary: false }).emitRefusable('close')).toBe(true);
  expect(open({ isOrdinary: false, isQuitting: true }).emitRefusable('close')).toBe(false);
  expect(open({ isOrdinary: true }).emitRefusable('close')).toBe(false);
});
