import type { BrowserWindowConstructorOptions, Input, MouseInputEvent, WebContentsPrintOptions } from 'electron';
import { StandInEmitter } from './stand-in-emitter.ts';

export type PageStandIn = ReturnType<typeof createPage>;
export type SessionStandIn = ReturnType<typeof createSession>;

/** Stands in for `WebContents`. */
export function createPage(url = 'foyer://app/index.html') {
  return new (class Page extends StandInEmitter {
    mainFrame = { url, parent: null };
    crashes = 0;
    isGone = false;
    readonly printed: WebContentsPrintOptions[] = [];
    #openWindow: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

    setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
      this.#openWindow = handler;
    }
    /** As a page's `window.open`. */
    openWindow(address: string) {
      return this.#openWindow({ url: address }).action;
    }
    /** As a key on the keyboard. @returns whether it reaches the page */
    press(key: Partial<Input>) {
      const input = { type: 'keyDown', key: '', control: false, alt: false, meta: false, shift: false, ...key };
      return !this.emitRefusable('before-input-event', input);
    }
    /** Takes everything. */
    print(options: WebContentsPrintOptions, callback: (success: boolean) => void) {
      this.printed.push(options);
      callback(true);
    }
    readonly did: string[] = [];
    navigationHistory = {
      clear: () => {
        this.did.push('navigationHistory.clear');
      },
    };
    setZoomFactor(factor: number) {
      this.did.push(`setZoomFactor ${factor}`);
    }
    setVisualZoomLevelLimits(minimum: number, maximum: number) {
      this.did.push(`setVisualZoomLevelLimits ${minimum} ${maximum}`);
      return Promise.resolve();
    }
    /** As a mouse does something over the page. @returns whether it reaches it */
    point(mouse: Partial<MouseInputEvent>) {
      return !this.emitRefusable('before-mouse-event', { type: 'mouseDown', button: 'left', ...mouse });
    }
    forcefullyCrashRenderer() {
      this.crashes += 1;
      this.emit('render-process-gone', {}, { reason: 'killed' });
    }
    isDestroyed() {
      return this.isGone;
    }
  })();
}

export function createWindowClass(onPage: (page: PageStandIn) => void) {
  const opened: InstanceType<typeof BrowserWindow>[] = [];
  class BrowserWindow extends StandInEmitter {
    readonly webContents = createPage();
    readonly options: BrowserWindowConstructorOptions;
    readonly loaded: string[] = [];
    readonly did: string[] = [];

    constructor(options: BrowserWindowConstructorOptions) {
      super();
      this.options = options;
      opened.push(this);
      onPage(this.webContents);
    }
    loadURL(url: string) {
      this.loaded.push(url);
      return Promise.resolve();
    }
    show() {
      this.did.push('show');
    }
    focus() {
      this.did.push('focus');
    }
    destroy() {
      this.did.push('destroy');
    }
    isDestroyed() {
      return this.did.includes('destroy');
    }
  }
  return { BrowserWindow, opened };
}

/** What Electron tells of a request beside the permission's name; of a page's own frame unless a test says otherwise. */
export interface PermissionDetails {
  readonly mediaTypes?: readonly string[];
  readonly origin?: string;
  readonly isMainFrame?: boolean;
}
type RequestHandler = (
  page: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean; mediaTypes?: readonly string[] },
) => void;
type CheckHandler = (
  page: unknown,
  permission: string,
  origin: string,
  details: { mediaType?: string | undefined; isMainFrame: boolean },
) => boolean;
type DeviceHandler = (details: { deviceType: string }) => boolean;
type PairingHandler = (details: object, answer: (response: { confirmed: boolean }) => void) => void;
type DisplayHandler = (request: object, answer: (streams: object | null) => void) => void;
type RequestListener = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;

/** Grants everything until it is told otherwise, as Electron does. */
export function createSession() {
  return new (class Session extends StandInEmitter {
    #request: RequestHandler = (_page, _permission, answer) => {
      answer(true);
    };
    #check: CheckHandler = () => true;
    #device: DeviceHandler = () => true;
    #pair: PairingHandler = (_details, answer) => {
      answer({ confirmed: true });
    };
    #display: DisplayHandler = (_request, answer) => {
      answer({});
    };
    #beforeRequest: RequestListener = (_details, answer) => {
      answer({ cancel: false });
    };

    setPermissionRequestHandler(handler: RequestHandler) {
      this.#request = handler;
    }
    setPermissionCheckHandler(handler: CheckHandler) {
      this.#check = handler;
    }
    setDevicePermissionHandler(handler: DeviceHandler) {
      this.#device = handler;
    }
    setBluetoothPairingHandler(handler: PairingHandler) {
      this.#pair = handler;
    }
    setDisplayMediaRequestHandler(handler: DisplayHandler) {
      this.#display = handler;
    }
    webRequest = {
      onBeforeRequest: (listener: RequestListener) => {
        this.#beforeRequest = listener;
      },
    };

    requestPermission(permission: string, details: PermissionDetails = {}): Promise<boolean> {
      const { origin = 'foyer://app/', isMainFrame = true, mediaTypes } = details;
      return new Promise((resolve) => {
        const told = { requestingUrl: origin, isMainFrame, ...(mediaTypes && { mediaTypes }) };
        this.#request(null, permission, resolve, told);
      });
    }
    checkPermission(permission: string, details: PermissionDetails = {}): boolean {
      const { origin = 'foyer://app/', isMainFrame = true, mediaTypes } = details;
      return this.#check(null, permission, origin, { mediaType: mediaTypes?.[0], isMainFrame });
    }
    checkDevice(deviceType: string): boolean {
      return this.#device({ deviceType });
    }
    /** @returns whether a bluetooth device is paired */
    pair(): boolean {
      let isPaired = true;
      this.#pair({}, ({ confirmed }) => {
        isPaired = confirmed;
      });
      return isPaired;
    }
    /** @returns what of the screen a page may film */
    film(): unknown {
      let filmed: unknown;
      this.#display({}, (streams) => {
        filmed = streams;
      });
      return filmed;
    }
    /** @returns whether a page's request goes out */
    request(url: string): Promise<boolean> {
      return new Promise((resolve) => {
        this.#beforeRequest({ url }, ({ cancel }) => {
          resolve(!cancel);
        });
      });
    }
  })();
}
