import type { BrowserWindowConstructorOptions } from 'electron';
import { app, closeWithApp } from './app.ts';
import { record } from './record.ts';
import { RefusableEmitter } from './refusable.ts';
import { WebContents } from './web-contents.ts';

const opened = new Set<BrowserWindow>();

/** A window of a headless Chromium: what it looks like on a screen is only recorded. */
export class BrowserWindow extends RefusableEmitter {
  readonly webContents: WebContents;
  readonly #title: string;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    const { kiosk = false, fullscreen = false, show = true, title = '' } = options;
    record('window', { kiosk, fullscreen, show });
    this.#title = title;
    this.webContents = new WebContents(options);
    opened.add(this);
    closeWithApp(() => this.#close());
    this.webContents.once('dom-ready', () => this.emit('ready-to-show'));
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return Array.from(opened);
  }

  #close(): boolean {
    if (!opened.has(this)) return false;
    if (this.emitRefusable('close')) return true;
    this.destroy();
    return false;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  getTitle(): string {
    return this.#title;
  }
  isDestroyed(): boolean {
    return !opened.has(this);
  }
  show(): void {
    record('show');
  }
  focus(): void {
    record('focus');
  }
  close(): void {
    this.#close();
  }
  destroy(): void {
    if (!opened.delete(this)) return;
    void this.webContents.destroy();
    this.emit('closed');
    if (opened.size === 0) app.emit('window-all-closed');
  }
}
