import type { DevTools } from './devtools.ts';
import { listSchemes } from './protocol.ts';
import { toElectronAddress } from './scheme-mapping.ts';

interface FrameRecord {
  readonly id: string;
  url: string;
  readonly parent: FrameRecord | null;
}

/** Electron's `WebFrameMain`, as far as it tells who called. */
export interface Frame {
  readonly url: string;
  readonly origin: string;
  readonly parent: Frame | null;
  readonly top: Frame;
  isDestroyed(): boolean;
}

/** Which frames a page has, and in which of them an execution context lies. */
export class Frames {
  readonly #frames = new Map<string, FrameRecord>();
  readonly #contexts = new Map<number, string>();
  readonly #mainId: string;

  constructor(page: DevTools, mainId: string) {
    this.#mainId = mainId;
    this.#add({ id: mainId, url: 'about:blank' });
    page.on('Page.frameAttached', ({ frameId, parentFrameId }: { frameId: string; parentFrameId: string }) => {
      this.#add({ id: frameId, url: 'about:blank', parentId: parentFrameId });
    });
    page.on('Page.frameNavigated', ({ frame }: { frame: { id: string; url: string; parentId?: string } }) => {
      this.#add(frame);
    });
    page.on('Page.frameDetached', ({ frameId }: { frameId: string }) => this.#frames.delete(frameId));
    page.on('Runtime.executionContextCreated', ({ context }: { context: CreatedContext }) => {
      this.#contexts.set(context.id, context.auxData.frameId);
    });
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }: { executionContextId: number }) =>
      this.#contexts.delete(executionContextId),
    );
    page.on('Runtime.executionContextsCleared', () => {
      this.#contexts.clear();
    });
  }

  #add({ id, url, parentId }: { id: string; url: string; parentId?: string }): void {
    const known = this.#frames.get(id);
    if (known === undefined) this.#frames.set(id, { id, url, parent: this.#frames.get(parentId ?? '') ?? null });
    else known.url = url;
  }

  isMain(id: string): boolean {
    return id === this.#mainId;
  }

  main(): Frame {
    const frame = this.#toFrame(this.#mainId);
    if (frame === null) throw new Error('A page has a main frame');
    return frame;
  }

  /** @returns null when the frame has gone, as Electron's `senderFrame` */
  ofContext(contextId: number): Frame | null {
    return this.#toFrame(this.#contexts.get(contextId) ?? '');
  }

  #toFrame(id: string): Frame | null {
    const found = this.#frames.get(id);
    if (found === undefined) return null;
    const url = toElectronAddress(found.url, listSchemes());
    const parent = found.parent === null ? null : this.#toFrame(found.parent.id);
    const frame: Omit<Frame, 'top'> = { url, origin: originOf(url), parent, isDestroyed: () => !this.#frames.has(id) };
    return Object.defineProperty(frame, 'top', { get: () => parent?.top ?? frame }) as Frame;
  }
}

interface CreatedContext {
  readonly id: number;
  readonly auxData: { readonly frameId: string };
}

function originOf(address: string): string {
  const url = URL.parse(address);
  return url === null || url.host === '' ? 'null' : `${url.protocol}//${url.host}`;
}
