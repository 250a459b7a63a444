import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where a text that a visitor typed can still be found in the page, in what its origin stores, and in its cookies. */
export async function checkPageForgot(page: Page, secrets: readonly string[]): Promise<string[]> {
  const places: Record<string, string> = {
    ...(await page.evaluate(readPage)),
    cookies: JSON.stringify(await page.context().cookies()),
  };
  return Object.entries(places).flatMap(([place, content]) =>
    secrets.filter((secret) => holds(content, secret)).map((secret) => `${place} holds “${secret}”`),
  );
}

function holds(content: string, secret: string): boolean {
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)].some((form) =>
    content.includes(form),
  );
}

/** Runs in the page: everything in it that can hold a text, by place. */
async function readPage(): Promise<Record<string, string>> {
  const values = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  return {
    'the page’s markup': document.documentElement.outerHTML,
    'the page’s text': document.documentElement.innerText,
    'a field': values.map(({ value }) => value).join('\n'),
    'the selection': String(window.getSelection()),
    'the window title': document.title,
    'the address': location.href,
    'the history’s state': JSON.stringify(history.state),
    'window.name': window.name,
    localStorage: JSON.stringify(localStorage),
    sessionStorage: JSON.stringify(sessionStorage),
    IndexedDB: JSON.stringify(await dumpDatabases()),
    'Cache Storage': JSON.stringify(await listCaches()),
  };

  async function dumpDatabases(): Promise<unknown[]> {
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await answerTo(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        rows.push(name, store, await answerTo(objects.getAllKeys()), await answerTo(objects.getAll()));
      }
      database.close();
    }
    return rows;
  }

  function answerTo<Value>(request: IDBRequest<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('IndexedDB failed'));
      };
    });
  }

  async function listCaches(): Promise<string[]> {
    const kept: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        kept.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return kept;
  }
}

/** The files below a folder that hold a text in plain form: UTF-8, UTF-16LE, base64 or in an address. */
export function checkFilesForgot(folder: string, secrets: readonly string[]): string[] {
  const needles = secrets.flatMap((secret) => formsOf(secret).map((form) => ({ secret, ...form })));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    return needles
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ secret, form }) => `${path.slice(folder.length + 1)} holds “${secret}” as ${form}`);
  });
}

function formsOf(secret: string): { form: string; bytes: Buffer }[] {
  const plain = Buffer.from(secret);
  return [
    { form: 'UTF-8', bytes: plain },
    { form: 'UTF-16LE', bytes: Buffer.from(secret, 'utf16le') },
    { form: 'part of an address', bytes: Buffer.from(encodeURIComponent(secret)) },
    // Base64 depends on where in its three-byte groups the text begins; the first and last signs also on its neighbours.
    ...[0, 1, 2].map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), plain])
        .toString('base64')
        .replace(/=+$/u, '');
      return { form: 'base64', bytes: Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, -1)) };
    }),
  ];
}
