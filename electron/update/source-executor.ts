import { EventEmitter } from 'node:events';
import type { RequestOptions } from 'node:http';
import { Readable } from 'node:stream';
import { configureRequestOptions, configureRequestUrl, HttpExecutor, type DownloadOptions } from 'builder-util-runtime';
import { openAndReadOn } from './read-on.ts';
import type { ByteRange, UpdateSource } from './update-source.ts';

/** What electron-updater believes to talk to; the path is all that counts. */
export const sourceAddress = 'https://updates.invalid/';

export interface ExecutorParts {
  readonly source: Pick<UpdateSource, 'open'>;
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** Takes electron-updater's requests to a source, whichever it is, in place of Electron's network. */
export class SourceExecutor extends HttpExecutor<SourceRequest> {
  readonly #parts: ExecutorParts;

  constructor(parts: ExecutorParts) {
    super();
    this.#parts = parts;
  }

  createRequest(options: RequestOptions, callback: (response: unknown) => void): SourceRequest {
    return new SourceRequest(this.#parts, options, callback);
  }

  /** As `ElectronHttpExecutor` does it; the base class has everything but this. */
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise<string>((resolve, reject, onCancel) => {
      const asked: RequestOptions = { headers: options.headers ?? {} };
      configureRequestUrl(url, asked);
      configureRequestOptions(asked);
      const callback = (error: Error | null) => {
        if (error == null) resolve(destination);
        else reject(error);
      };
      this.doDownload(asked, { destination, options, onCancel, callback, responseHandler: null }, 0);
    });
  }
}

/** As much of Node's `ClientRequest` as electron-updater uses. */
export class SourceRequest extends EventEmitter {
  readonly #stop = new AbortController();
  readonly #parts: ExecutorParts;
  readonly #options: RequestOptions;
  readonly #callback: (response: unknown) => void;

  constructor(parts: ExecutorParts, options: RequestOptions, callback: (response: unknown) => void) {
    super();
    this.#parts = parts;
    this.#options = options;
    this.#callback = callback;
  }

  end(): void {
    this.#send().catch((error: unknown) => {
      this.emit('error', error);
    });
  }

  abort(): void {
    this.#stop.abort();
  }

  async #send(): Promise<void> {
    const { path, headers } = this.#options;
    const { pathname } = new URL(path ?? '/', sourceAddress);
    const opened = await openAndReadOn({
      ...this.#parts,
      path: decodeURIComponent(pathname.slice(1)),
      range: readRange(headers),
      signal: this.#stop.signal,
    });
    const { status, headers: answered } = opened;
    const response = Object.assign(Readable.from(opened.body, { objectMode: false }), {
      statusCode: status,
      statusMessage: '',
      headers: answered,
    });
    this.#callback(response);
  }
}

function readRange(headers: RequestOptions['headers']): ByteRange | null {
  const given = new Headers(
    Object.entries(headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(given.get('range') ?? '') ?? [];
  if (start === undefined) return null;
  return { start: Number(start), end: end === '' || end === undefined ? null : Number(end) };
}
