import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { isOwnPage, scheme } from './page.ts';

/**
 * To be registered before the app is ready, once. `standard` gives the page an origin, and with it IndexedDB; nothing gives it a way
 * around its policy, service workers that would outlive it, or other origins' requests.
 */
export const pageScheme: Readonly<CustomScheme> = Object.freeze({
  scheme,
  privileges: Object.freeze({ standard: true, secure: true, supportFetchAPI: true, codeCache: true }),
});

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface PageFiles {
  /** Absolute path of the built renderer. */
  readonly folder: string;
  /** Of every answer; the content security policy above all. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers the page's requests from its folder, and from nowhere else. */
export function servePage({ folder, headers }: PageFiles): (request: Request) => Promise<Response> {
  const answer = (status: number, body: BodyInit | null, contentType = 'text/plain') =>
    new Response(body, { status, headers: { ...headers, 'content-type': contentType } });
  return async ({ method, url }) => {
    if (method !== 'GET') return answer(405, null);
    const file = findFile(folder, url);
    const contentType = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || contentType === undefined) return answer(404, null);
    try {
      return answer(200, await readFile(file), contentType);
    } catch {
      return answer(404, null);
    }
  };
}

/** `URL` resolves `..` but not `%2e%2e%2f` or a backslash, so what comes out is checked against the folder. */
function findFile(folder: string, address: string): string | null {
  if (!isOwnPage(address)) return null;
  const path = decodePath(new URL(address).pathname);
  if (path === null || path.includes('\0')) return null;
  const file = resolve(folder, `.${path}`);
  return file.startsWith(resolve(folder) + sep) ? file : null;
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
