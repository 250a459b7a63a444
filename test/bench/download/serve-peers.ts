import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import type { FeedChange } from '../../../domain/protocol/feed.ts';
import { rowsAPage, tableNames, type PeerPage } from './page/pages.ts';

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

export interface PeerServer {
  readonly address: string;
  /** Of the bodies of pages sent since the last time it was asked, as they were sent. */
  takeBytes(): number;
  close(): Promise<void>;
}

/**
 * A page with the peers, and the rows of a hub's feed in pages that are packed beforehand: the peers wait for no database and no
 * compression.
 */
export async function servePeers(changes: readonly FeedChange[]): Promise<PeerServer> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  await buildPage(folder);
  const pages = packPages(changes);
  let bytes = 0;
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const page = pages.get(path);
    if (page !== undefined) {
      bytes += page.length;
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(page);
      return;
    }
    const file = path === '/' ? '/index.html' : path;
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' });
    response.end(readFileSync(join(folder, file)));
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
      rmSync(folder, { recursive: true });
    },
  };
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'page'),
    base: './',
    configFile: false,
    logLevel: 'error',
    // RxDB brings its own, and two refuse to live in one page.
    resolve: { dedupe: ['dexie'] },
    build: { outDir, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
  });
}

function packPages(changes: readonly FeedChange[]): Map<string, Buffer> {
  const pages = new Map<string, Buffer>();
  for (const table of tableNames) {
    const rows = changes.flatMap(({ kind, item }) => (kind === table && item !== null ? [item] : []));
    // One more than there are rows for: who was given a full page asks again.
    for (let number = 0; (number - 1) * rowsAPage < rows.length; number += 1) {
      const end = (number + 1) * rowsAPage;
      const page: PeerPage = { rows: rows.slice(number * rowsAPage, end), complete: end >= rows.length };
      pages.set(`/pages/${table}/${number}`, gzipSync(JSON.stringify(page)));
    }
  }
  return pages;
}
