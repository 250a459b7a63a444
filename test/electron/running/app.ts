import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { measureProcesses } from './app-metrics.ts';
import { closeBrowser, launchBrowser } from './browser.ts';
import { becomeReady, isAppReady, whenAppReady } from './readiness.ts';
import { record } from './record.ts';
import { RefusableEmitter } from './refusable.ts';
import { takeLock } from './single-instance.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const paths = new Map([['appData', join(homedir(), '.config')]]);
const switches: string[] = [];
/** What quits with the app. */
const closers: (() => boolean)[] = [];

/** A window asks to be told. @param close returns whether a listener prevented it */
export function closeWithApp(close: () => boolean): void {
  closers.push(close);
}

export const app = new (class App extends RefusableEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch(name: string, value?: string) {
      if (isAppReady()) return;
      switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
    hasSwitch: (name: string) => process.argv.some((each) => each === `--${name}` || each.startsWith(`--${name}=`)),
  };

  isReady = isAppReady;
  whenReady = whenAppReady;

  getName() {
    return 'foyer';
  }
  getVersion() {
    return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  }
  getAppPath() {
    return root;
  }
  getPath(name: string) {
    const path = paths.get(name) ?? (name === 'userData' ? join(paths.get('appData') ?? '', 'foyer') : undefined);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  setPath(name: string, path: string) {
    mkdirSync(path, { recursive: true });
    paths.set(name, path);
  }
  enableSandbox() {
    if (isAppReady()) throw new Error('app.enableSandbox() can only be called before app is ready');
    record('enableSandbox');
  }
  requestSingleInstanceLock() {
    return takeLock(this.getPath('userData'), (argv, workingDirectory) => {
      this.emit('second-instance', {}, argv, workingDirectory);
    });
  }
  getAppMetrics() {
    return measureProcesses();
  }
  relaunch(options: object = {}) {
    record('relaunch', { options });
  }
  /** In Electron's order: `before-quit`, the windows, `will-quit`, `quit`; a listener may prevent each but the last. */
  quit() {
    if (this.emitRefusable('before-quit')) return;
    if (closers.map((close) => close()).includes(true)) return;
    if (!this.emitRefusable('will-quit')) this.exit(0);
  }
  exit(code = 0) {
    this.emit('quit', {}, code);
    void closeBrowser().finally(() => process.exit(code));
  }
})();

/** Ready is what Electron is once the main script has been evaluated and the browser is there. */
export async function startApp(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      app.quit();
    });
  }
  await new Promise((resolve) => setImmediate(resolve));
  await launchBrowser({ profile: app.getPath('userData'), switches });
  becomeReady();
  app.emit('ready', {}, {});
}
