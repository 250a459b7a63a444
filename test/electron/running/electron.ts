import process from 'node:process';
import { app, startApp } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { openDoor } from './door.ts';
import { ipcMain } from './ipc-main.ts';
import { protocol } from './protocol.ts';
import { record } from './record.ts';
import { defaultSession, watchDownloads } from './session.ts';
import { utilityProcess } from './utility-process.ts';

/**
 * What `import … from 'electron'` gets in a main script that runs without Electron. Only what Foyer uses; a name that is missing here
 * fails at the import. README.md says how faithful it is.
 */
export { app, BrowserWindow, ipcMain, protocol, utilityProcess };
export const session = { defaultSession };
export const Menu = {
  setApplicationMenu(menu: unknown) {
    record('setApplicationMenu', { isNone: menu === null });
  },
};
export const clipboard = {
  clear() {
    record('clipboard.clear');
  },
};

void startApp()
  .then(watchDownloads)
  .then(openDoor)
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
