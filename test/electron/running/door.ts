import process from 'node:process';
import type { Input, MouseInputEvent } from 'electron';
import { app } from './app.ts';
import { browser } from './browser.ts';
import { BrowserWindow } from './browser-window.ts';
import { listRecorded } from './record.ts';
import { defaultSession } from './session.ts';

/** What a test may ask of the process in which the app runs. */
export type Asked =
  | { readonly what: 'record' }
  | { readonly what: 'key'; readonly input: Input }
  | { readonly what: 'mouse'; readonly mouse: Partial<MouseInputEvent> }
  | { readonly what: 'permission'; readonly permission: string }
  | { readonly what: 'window event' | 'app event'; readonly name: string; readonly rest?: readonly unknown[] }
  | { readonly what: 'metrics' };

function answer(asked: Asked): unknown {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('There is no window');
  const { webContents } = window;
  switch (asked.what) {
    case 'record':
      return listRecorded();
    case 'key':
      return webContents.emitRefusable('before-input-event', {}, asked.input);
    case 'mouse':
      return webContents.emitRefusable('before-mouse-event', {}, asked.mouse);
    case 'permission':
      return defaultSession.isGranted(webContents, { permission: asked.permission, url: webContents.getURL() });
    case 'window event':
      return window.emitRefusable(asked.name, {}, ...(asked.rest ?? []));
    case 'app event':
      return app.emitRefusable(asked.name, {}, ...(asked.rest ?? []));
    case 'metrics':
      return app.getAppMetrics();
  }
}

/** Tells the test where the browser is, and answers it over Node's own channel between processes. */
export async function openDoor(downloads: string): Promise<void> {
  process.on('message', ({ id, asked }: { id: number; asked: Asked }) => {
    void Promise.resolve(answer(asked)).then((answered) => process.send?.({ id, answered }));
  });
  // It must not keep the process up.
  process.channel?.unref();
  const { endpoint } = await browser();
  process.send?.({ endpoint, downloads });
}
