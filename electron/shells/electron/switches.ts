import { resolve } from 'node:path';

/** What a developer's tools (Playwright's `_electron.launch`, an editor's debugger, root without a sandbox) put among the arguments of a checkout. */
const debugging = /^--(?:inspect(?:-brk|-wait)?(?:=.*)?|remote-debugging-port=\d+|no-sandbox)$/u;
/** The installer starts a version that it has just put in place with this (electron-updater). */
const byInstaller = '--updated';

export interface StartArguments {
  /** Everything after the program's own name. */
  readonly argv: readonly string[];
  readonly isPackaged: boolean;
  /** Absolute path of the main script, which is an argument where Electron itself is the program. */
  readonly script: string;
  readonly workingFolder: string;
}

/**
 * The arguments that have to be options of ours: `readConfig` refuses all others by name, so that nobody starts a kiosk with a debugging
 * port, without its sandbox or with an extension. Chromium and Node have read the arguments by then; but before the app is ready no
 * port is open, no page is there, and the kiosk ends. In a checkout the few switches above are let in; in an installed kiosk none, and
 * Node's own are dead by a fuse. (What Windows and Chromium add to a second start, `--original-process-start-time` and
 * `--allow-file-access-from-files`, only reaches the first instance with `second-instance`, which reads no arguments.)
 */
export function ownArguments({ argv, isPackaged, script, workingFolder }: StartArguments): string[] {
  if (isPackaged) return argv.filter((argument) => argument !== byInstaller);
  const at = argv.findIndex((argument) => isScript(resolve(workingFolder, argument), script));
  // Electron's own switches may stand on either side of the script.
  return argv.filter((argument, index) => index !== at && !debugging.test(argument));
}

/** Electron takes the name with or without its ending, and a folder by its package.json, which is not how this one is started. */
function isScript(argument: string, script: string): boolean {
  return argument === script || `${argument}.js` === script;
}

/** Chromium's sandbox can be taken away by a variable, too. An installed kiosk does not open without it. */
export function complaintAboutSandbox(app: {
  readonly isPackaged: boolean;
  readonly commandLine: { hasSwitch(name: string): boolean };
}): string | null {
  if (!app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) return null;
  return '--no-sandbox or ELECTRON_DISABLE_SANDBOX: an installed kiosk does not open without its sandbox. Take it away.';
}
