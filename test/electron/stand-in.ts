import { createPage, createSession, createWindowClass, type PageStandIn } from './stand-in-window.ts';
import { createIpcPair } from './stand-in-ipc.ts';
import { StandInEmitter } from './stand-in-emitter.ts';

/**
 * Stands in for the `electron` module where its binary is not: it records what was asked of it, and lets a test do what Electron,
 * a page or a person would. What it refuses (a scheme registered too late, a second handler) Electron refuses as well.
 */
export function createElectronStandIn() {
  const asked: string[] = [];
  const record = (what: string) => {
    asked.push(what);
  };
  const app = createApp(record);
  const session = createSession();
  const ipc = createIpcPair();
  const windows = createWindowClass((page) => app.emit('web-contents-created', {}, page));
  const schemes: unknown[] = [];
  const schemeAnswers = new Map<string, (request: Request) => Promise<Response>>();
  const forked: { script: string; flags: string[] }[] = [];
  const exposed = new Map<string, unknown>();
  /** Of the process in which the preload script runs. */
  let ownPage: PageStandIn = createPage();

  return {
    asked,
    session,
    schemes,
    schemeAnswers,
    exposed,
    forked,
    ipc,
    windows: windows.opened,
    /** Whose preload script runs next. */
    runPreloadIn(page: PageStandIn) {
      ownPage = page;
    },
    /** What `import … from 'electron'` gets. */
    module: {
      app,
      BrowserWindow: windows.BrowserWindow,
      session: { defaultSession: session },
      ipcMain: ipc.ipcMain,
      ipcRenderer: {
        invoke: (channel: string, ...input: unknown[]) =>
          ipc.invoke({ sender: ownPage, senderFrame: ownPage.mainFrame }, channel, ...input),
      },
      contextBridge: {
        exposeInMainWorld(name: string, api: unknown) {
          exposed.set(name, api);
        },
      },
      Menu: {
        setApplicationMenu(menu: unknown) {
          record(`setApplicationMenu ${String(menu)}`);
        },
      },
      utilityProcess: {
        fork(script: string, flags: string[]) {
          forked.push({ script, flags });
          const child = new (class Child extends StandInEmitter {
            stdout = null;
            /** As a process that ends when it is asked to. */
            kill() {
              this.emit('exit', 0);
              return true;
            }
          })();
          return child;
        },
      },
      clipboard: {
        clear() {
          record('clipboard.clear');
        },
      },
      protocol: {
        registerSchemesAsPrivileged(given: unknown[]) {
          if (app.isReady()) throw new Error('registerSchemesAsPrivileged must be called before app is ready');
          schemes.push(...given);
        },
        handle(scheme: string, answer: (request: Request) => Promise<Response>) {
          if (!app.isReady()) throw new Error('protocol.handle can only be used after app is ready');
          if (schemeAnswers.has(scheme)) throw new Error(`${scheme} is handled already`);
          schemeAnswers.set(scheme, answer);
        },
      },
    },
  };
}

export type ElectronStandIn = ReturnType<typeof createElectronStandIn>;

function createApp(record: (what: string) => void) {
  return new (class App extends StandInEmitter {
    isPackaged = false;
    /** False as for a second start. */
    hasLock = true;
    readonly exitCodes: number[] = [];
    /** That Chromium has got, from the command line or the environment. */
    switches: readonly string[] = [];
    metrics: readonly { readonly memory: { readonly workingSetSize: number } }[] = [];
    #ready = Promise.withResolvers<undefined>();
    #isReady = false;

    isReady() {
      return this.#isReady;
    }
    whenReady() {
      return this.#ready.promise;
    }
    becomeReady() {
      this.#isReady = true;
      this.#ready.resolve(undefined);
    }
    enableSandbox() {
      if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
      record('enableSandbox');
    }
    getAppMetrics() {
      return this.metrics;
    }
    relaunch() {
      record('relaunch');
    }
    setPath(name: string, path: string) {
      record(`setPath ${name} ${path}`);
    }
    getPath(name: string) {
      return `/paths/${name}`;
    }
    requestSingleInstanceLock() {
      record('requestSingleInstanceLock');
      return this.hasLock;
    }
    commandLine = {
      appendSwitch(name: string, value = '') {
        record(`--${name}=${value}`);
      },
      hasSwitch: (name: string) => this.switches.includes(name),
    };
    /** As Electron: `before-quit`, then the windows, then `will-quit`, then the end, unless something prevents it. */
    quit() {
      this.emit('before-quit', {});
      if (!this.emitRefusable('will-quit')) this.exit(0);
    }
    exit(code: number) {
      this.exitCodes.push(code);
    }
  })();
}
