import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageScheme, servePage } from './scheme.ts';

const secret = 'not for a page';
let outer: string;
let answer: (request: Request) => Promise<Response>;

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'foyer-scheme-'));
  const folder = join(outer, 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(outer, 'dist-old'));
  writeFileSync(join(outer, 'secret.json'), secret);
  writeFileSync(join(outer, 'dist-old', 'secret.json'), secret);
  writeFileSync(join(folder, '.inputs'), secret);
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'a b.js'), 'export {};');
  answer = servePage({ folder, headers: { 'content-security-policy': "default-src 'none'" } });
});
afterAll(() => {
  rmSync(outer, { recursive: true });
});

const get = (url: string) => answer(new Request(url));

it('gives pages an origin of their own and no way around their policy', () => {
  expect(pageScheme).toEqual({
    scheme: 'foyer',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  });
});

describe('a request', () => {
  it('gets a file of the page with its type and the policy', async () => {
    const page = await get('foyer://app/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'none'");
    await expect(page.text()).resolves.toBe('<!doctype html>');
    const script = await get('foyer://app/assets/a%20b.js?v=1#x');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    'foyer://app/missing.js',
    'foyer://app/assets',
    'foyer://app/.inputs',
    'foyer://app',
    'foyer://other/index.html',
    'https://app/index.html',
    'foyer://app/../secret.json',
    'foyer://app/%2e%2e/secret.json',
    'foyer://app/..%2fsecret.json',
    'foyer://app/%2e%2e%2fsecret.json',
    'foyer://app/..%2fdist-old/secret.json',
    'foyer://app/..\\secret.json',
    'foyer://app/..%5csecret.json',
    'foyer://app/%00index.html',
    'foyer://app/%ff.html',
  ])('gets nothing at %s, yet the policy', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    await expect(response.text()).resolves.toBe('');
  });

  it('leaves the folder by no path', async () => {
    const step = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '..%2f',
      '%5c..',
      '\\',
      '/',
      '//',
      'assets',
      'secret.json',
      'dist-old',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const response = await get(`foyer://app/${steps.join('/')}`);
        expect(await response.text()).not.toContain(secret);
      }),
    );
  });

  it('changes nothing', async () => {
    const response = await answer(new Request('foyer://app/index.html', { method: 'POST' }));
    expect(response.status).toBe(405);
  });
});
