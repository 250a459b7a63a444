import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { browser } from './browser.ts';
import type { DevTools } from './devtools.ts';
import { Frames, type Frame } from './frames.ts';
import { answerInvoke } from './ipc-main.ts';
import { exposeApis, type WorldNames } from './main-world.ts';
import { listSchemes } from './protocol.ts';
import { record } from './record.ts';
import { RefusableEmitter } from './refusable.ts';
import { answerRequests } from './requests.ts';
import { toChromiumAddress } from './scheme-mapping.ts';
import { openTarget } from './targets.ts';
import { applyPermissions, defaultSession } from './session.ts';

const preloadWorld = 'Electron Isolated Context';
interface OpenAnswer {
  readonly action: 'allow' | 'deny';
}

/** A page of Chromium, told of as Electron tells of it. */
export class WebContents extends RefusableEmitter {
  readonly session = defaultSession;
  readonly #preferences: WebPreferences;
  readonly #attached: Promise<{ page: DevTools; frames: Frames; targetId: string }>;
  readonly #requests = answerRequests(this);
  #frames: Frames | null = null;
  #crashing: Promise<unknown> = Promise.resolve();
  #isDestroyed = false;
  #isCrashed = false;
  #openHandler: (details: { url: string }) => OpenAnswer = () => ({ action: 'allow' });

  constructor({ width = 800, height = 600, webPreferences = {} }: BrowserWindowConstructorOptions) {
    super();
    refuseWeaker(webPreferences);
    this.#preferences = webPreferences;
    this.#attached = this.#attach({ width, height });
  }

  readonly navigationHistory = {
    clear: () => {
      void this.#attached.then(({ page }) => page.send('Page.resetNavigationHistory'));
    },
  };

  get mainFrame(): Frame | undefined {
    return this.#frames?.main();
  }

  async #attach(size: { width: number; height: number }) {
    const { devTools } = await browser();
    const { targetId, sessionId } = await openTarget(size, (url) => this.#openHandler({ url }).action === 'allow');
    const page = devTools.session(sessionId);
    const frames = new Frames(page, targetId);
    this.#frames = frames;
    this.#tell(page);
    for (const domain of ['Page', 'Runtime', 'Inspector']) await page.send(`${domain}.enable`);
    await this.#requests.start(page, frames);
    await this.#preparePreload(page, frames);
    return { page, frames, targetId };
  }

  /** The page's events under the names that Electron gives them. */
  #tell(page: DevTools): void {
    page.on('Page.loadEventFired', () => {
      if (this.getURL() === 'about:blank') return;
      record('did-finish-load');
      this.emit('did-finish-load');
    });
    page.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    page.on('Inspector.targetCrashed', () => {
      this.#isCrashed = true;
      record('render-process-gone');
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    page.on('Inspector.targetReloadedAfterCrash', () => {
      this.#isCrashed = false;
    });
    page.on('Page.javascriptDialogOpening', ({ type }: { type: string }) => {
      record('dialog', { type, isShown: this.#preferences.disableDialogs !== true });
      void page.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    });
  }

  async #preparePreload(page: DevTools, frames: Frames): Promise<void> {
    const { preload, nodeIntegrationInSubFrames = false } = this.#preferences;
    if (preload === undefined) return;
    const mark = randomUUID().replaceAll('-', '');
    const names: WorldNames = {
      binding: `binding${mark}`,
      reply: `reply${mark}`,
      ask: `ask${mark}`,
      tell: `tell${mark}`,
    };
    page.on('Runtime.bindingCalled', (called: BindingCall) => {
      if (called.name !== names.binding) return;
      const event = { sender: this, senderFrame: frames.ofContext(called.executionContextId) };
      void answerInvoke(event, called.payload).then((reply) =>
        page
          .send('Runtime.callFunctionOn', {
            functionDeclaration: `function (text) { globalThis.${names.reply}(text); }`,
            executionContextId: called.executionContextId,
            arguments: [{ value: reply }],
          })
          // The page that asked is no more.
          .catch(() => undefined),
      );
    });
    await page.send('Runtime.addBinding', { name: names.binding, executionContextName: preloadWorld });
    const where = nodeIntegrationInSubFrames ? 'true' : 'window === window.top';
    // By its text, because a page's policy lets nobody evaluate one.
    const source = `if (${where}) {
      ${readFileSync(process.env['FOYER_PRELOAD_WORLD'] ?? '', 'utf8')}
      preloadWorld.runPreload(${JSON.stringify(names)}, (require, module, exports) => {
        ${readFileSync(preload, 'utf8')}
      });
    }`;
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: preloadWorld });
    const expose = `if (${where}) (${exposeApis.toString()})(${JSON.stringify(names)});`;
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: expose });
  }

  /** Rejects when Chromium does not get there. */
  async loadURL(url: string): Promise<void> {
    const { page } = await this.#attached;
    await this.#crashing;
    await applyPermissions(this, url);
    this.#requests.expect(url);
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const address = toChromiumAddress(url, listSchemes());
    const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', { url: address });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  getURL(): string {
    return this.mainFrame?.url ?? '';
  }
  setWindowOpenHandler(handler: (details: { url: string }) => OpenAnswer): void {
    this.#openHandler = handler;
  }
  /** Reaches a page that hangs, too. What is loaded next waits for it, as it gets a process of its own in Electron. */
  forcefullyCrashRenderer(): void {
    this.#crashing = new Promise((resolve) => this.once('render-process-gone', resolve));
    void this.#attached.then(({ page }) => page.send('Page.crash').catch(() => undefined));
  }
  isCrashed(): boolean {
    return this.#isCrashed;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    record('setVisualZoomLevelLimits', { minimum, maximum });
    return Promise.resolve();
  }
  setZoomFactor(factor: number): void {
    record('setZoomFactor', { factor });
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    record('setIgnoreMenuShortcuts', { ignore });
  }
  focus(): void {
    record('focus');
  }
  /** For the window. */
  async destroy(): Promise<void> {
    this.#isDestroyed = true;
    const { devTools } = await browser();
    const { targetId } = await this.#attached;
    await devTools.send('Target.closeTarget', { targetId }).catch(() => undefined);
    this.emit('destroyed');
  }
}

interface BindingCall {
  readonly name: string;
  readonly payload: string;
  readonly executionContextId: number;
}

/** A page with more rights than a sandboxed one is not what Chromium has, so what asks for one fails here. */
function refuseWeaker(preferences: WebPreferences): void {
  const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = preferences;
  const isWeaker = [sandbox, contextIsolation, webSecurity].includes(false);
  if (isWeaker || [nodeIntegration, webviewTag].includes(true))
    throw new Error('The stand-in has no page with these rights');
}
