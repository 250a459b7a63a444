import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Only a page that no other can look into gets a clock of 5 µs; the usual one ticks every 100. */
const isolation = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
} as const;

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export interface ServedPage {
  readonly address: string;
  /** Of the bodies sent for `texts` since the last time it was asked, as they were sent. */
  takeBytes(): number;
  close(): Promise<void>;
}

/**
 * Builds a page that a peer runs in, and serves it.
 * @param folder with its index.html
 * @param texts by path, JSON; they are packed beforehand, so that a peer waits for no database and no compression
 */
export async function servePage(folder: string, texts: ReadonlyMap<string, string>): Promise<ServedPage> {
  const built = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'error',
    // RxDB brings its own, and two refuse to live in one page.
    resolve: { dedupe: ['dexie'] },
    build: { outDir: built, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  });
  const packed = new Map([...texts].map(([path, text]) => [path, gzipSync(text)]));
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const body = packed.get(path);
    if (body !== undefined) {
      bytes += body.length;
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body);
      return;
    }
    const file = path === '/' ? '/index.html' : path;
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain', ...isolation });
    response.end(readFileSync(join(built, file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeBytes() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(built, { recursive: true });
    },
  };
}
