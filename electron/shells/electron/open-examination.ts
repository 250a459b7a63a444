import type { BrowserWindow, IpcMain } from 'electron';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { err, ok } from '../../../domain/result.ts';
import type { OpenExamination } from '../../doctor/page/examination-page.ts';
import { serveBridge } from './ipc.ts';
import { host, scheme } from './page.ts';

export interface ExaminationParts {
  readonly rendererFolder: string;
  readonly ipcMain: IpcMain;
  /** The kiosk's own window, with nothing in it yet. */
  readonly openWindow: () => BrowserWindow;
  readonly hasSandbox: boolean;
  readonly logger: Logger;
}

/** Opens the kiosk's window on the examination page. Electron does not start without a display, so there is one. */
export function openExaminationIn(parts: ExaminationParts): OpenExamination {
  const { rendererFolder, ipcMain, hasSandbox, logger } = parts;
  return (call) => {
    if (!existsSync(join(rendererFolder, 'doctor.html'))) return Promise.resolve(err('not-built'));
    const window = parts.openWindow();
    const { webContents: contents } = window;
    serveBridge({ ipcMain, contents, call, logger });
    const ended = new Promise<void>((resolve) => {
      contents.once('render-process-gone', () => {
        resolve();
      });
    });
    window.loadURL(`${scheme}://${host}/doctor.html`).catch((error: unknown) => {
      logger.error({ err: error }, 'the examination page could not be loaded');
    });
    return Promise.resolve(
      ok({
        ...{ hasDisplay: true, hasSandbox, ended },
        close() {
          if (!window.isDestroyed()) window.destroy();
          return Promise.resolve();
        },
      }),
    );
  };
}
