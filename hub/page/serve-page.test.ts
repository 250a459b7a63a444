import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { closeHubs, createFolder, startTestHub, type TestHub } from '../hub.fixture.ts';
import { noPageWords } from './find-page.ts';

afterEach(closeHubs);

function makePage(): string {
  const folder = join(createFolder(), 'dist');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'staff.html'), '<!doctype html><title>Staff</title>');
  writeFileSync(join(folder, 'index.html'), 'the kiosk');
  writeFileSync(join(folder, '.inputs'), 'a stamp');
  writeFileSync(join(folder, 'assets', 'staff-1a2b.js'), 'export {};');
  writeFileSync(join(folder, '..', 'secret.txt'), 'secret');
  return folder;
}

/** The path as it is written: other clients tidy it up. */
function get(hub: TestHub, path: string): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  const [host, port] = hub.hub.readiness.address.split(':');
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, rejectUnauthorized: false, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the staff page', () => {
  it('is served with nothing allowed from elsewhere, and its assets for good', async () => {
    const hub = await startTestHub({ flags: ['--page', makePage()] });
    const page = await get(hub, '/');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.body).toContain('<title>Staff</title>');
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(page.headers['cache-control']).toBe('public, max-age=0');
    expect(page.headers['strict-transport-security']).toBeUndefined();
    const script = await get(hub, '/assets/staff-1a2b.js');
    expect(script).toMatchObject({ status: 200, body: 'export {};' });
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/index.html',
    '/staff.html',
    '/.inputs',
    '/assets',
    '/assets/',
    '/assets/none.js',
    '/assets/../index.html',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/index.html',
    '/assets/..%2findex.html',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%252e%252e/index.html',
    '/assets/..\\..\\secret.txt',
    '/assets//etc/passwd',
    '/assets/staff-1a2b.js%00.txt',
    '//index.html',
  ])('is all that can be had: %s cannot', async (path) => {
    const hub = await startTestHub({ flags: ['--page', makePage()] });
    const { status, body } = await get(hub, path);
    expect([400, 403, 404]).toContain(status);
    expect(body).not.toMatch(/the kiosk|secret|a stamp|Staff<|root:/);
  });

  it('that is not built says so in a sentence', async () => {
    const hub = await startTestHub({ flags: ['--page', createFolder()] });
    expect(await get(hub, '/')).toMatchObject({ status: 503, body: `${noPageWords}\n` });
  });

  it('stands behind the certificate whose fingerprint the hub says', async () => {
    const hub = await startTestHub();
    const { page, certificateFingerprint, address } = hub.hub.readiness;
    expect(page).toBe(`https://${address}/`);
    const [host, port] = address.split(':');
    const shown = await new Promise((resolve, reject) => {
      const socket = connect({ host, port: Number(port), rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().fingerprint256);
        socket.destroy();
      });
      socket.on('error', reject);
    });
    expect(shown).toBe(certificateFingerprint);
  });
});
