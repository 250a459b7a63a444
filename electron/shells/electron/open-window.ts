import type { App, BrowserWindow, IpcMain } from 'electron';
import type { Logger } from 'pino';
import type { PageCall } from '../../bridge/bridge-door.ts';
import type { PageDeath, PageWindow } from '../../health/page-window.ts';
import { serveBridge } from './ipc.ts';
import { pages } from './page.ts';

export interface OpenWindowParts {
  readonly app: Pick<App, 'on' | 'getAppMetrics'>;
  readonly ipcMain: IpcMain;
  readonly window: BrowserWindow;
  readonly call: PageCall;
  readonly logger: Logger;
}

/** What the watchdog may do with Electron's window. The browser is this process, so it cannot die alone. */
export function openWindow({ app, ipcMain, window, call, logger }: OpenWindowParts): PageWindow {
  const { webContents: contents } = window;
  /** Deaths that were asked for and are not known of yet. */
  let asked = 0;
  let hasPage = false;
  let onDeath: (death: PageDeath) => void = () => undefined;
  serveBridge({ ipcMain, contents, call, logger });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    hasPage = false;
    if (asked > 0) {
      asked -= 1;
      return;
    }
    logger.error({ reason, exitCode }, 'the page died');
    onDeath('page-gone');
  });
  // Chromium starts it again, and draws by the processor when it keeps ending.
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    logger.warn({ type, reason, exitCode }, 'a process of the browser ended');
  });
  app.on('second-instance', () => {
    window.focus();
  });
  return {
    open(page) {
      if (hasPage) {
        asked += 1;
        // Reaches a page that hangs; what is loaded next gets a process of its own.
        contents.forcefullyCrashRenderer();
      }
      hasPage = true;
      window.loadURL(pages[page]).catch((error: unknown) => {
        logger.error({ err: error, page }, 'the page could not be loaded');
      });
    },
    onDeath(listener) {
      onDeath = listener;
    },
    measureMemory() {
      const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
      return Promise.resolve(kilobytes / 1024);
    },
    close() {
      if (!window.isDestroyed()) window.destroy();
      return Promise.resolve();
    },
  };
}
