import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';

export interface KioskWindowParts {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  /** An ordinary window with developer tools, instead of the full screen. */
  readonly isOrdinary: boolean;
  /** Whether the host is about to end; otherwise a kiosk's window does not close. */
  readonly isQuitting: () => boolean;
}

/** Half the size of the portrait screen that the kiosk is made for. */
const ordinarySize = { width: 540, height: 960 };

/** Shown once there is something to see. What is said here about pages is the default for most of it, and said so that it stays. */
export function openKioskWindow({ BrowserWindow, preload, isOrdinary, isQuitting }: KioskWindowParts): BrowserWindow {
  const window = new BrowserWindow({
    ...ordinarySize,
    title: 'Foyer',
    show: false,
    kiosk: !isOrdinary,
    fullscreen: !isOrdinary,
    frame: isOrdinary,
    minimizable: isOrdinary,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: isOrdinary,
      // The idle wipe must come in time behind another window, too.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('close', (event) => {
    if (!isOrdinary && !isQuitting()) event.preventDefault();
  });
  // Windows and Linux have a menu of the window itself; its buttons at the keyboard's edge are commands.
  for (const command of ['system-context-menu', 'app-command'] as const) {
    window.on(command as 'system-context-menu', (event) => {
      event.preventDefault();
    });
  }
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  return window;
}
