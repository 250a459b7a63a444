import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { makeRelease } from '../../build/update/release.fixture.ts';
import { openHubSource } from '../../electron/update/hub-source.ts';
import { parseAddress } from '../../electron/uplink/hub-target.ts';
import { runCommand } from '../command/run-command.ts';
import { closeHubs, startTestHub, type TestHub } from '../hub.fixture.ts';

afterEach(closeHubs);

const { signal } = new AbortController();

async function open(hub: TestHub) {
  const kiosk = await hub.enrol();
  const { address, pin } = hub.hub.readiness;
  const at = parseAddress(address);
  if (at === null) throw new Error(address);
  return openHubSource({ target: { address: at, pin, kiosk: kiosk.kiosk }, kioskKey: kiosk.privateKey });
}

function run(hub: TestHub, ...argv: string[]) {
  return runCommand('updates', { argv: [...argv, '--data', hub.data], environment: {} });
}

const description = 'latest-chromium.yml';

describe('releases at the hub', () => {
  it('are added, offered the newest first, and offered no longer', async () => {
    const hub = await startTestHub();
    const root = mkdtempSync(join(tmpdir(), 'foyer-stick-'));
    const [old, now] = [await makeRelease({ root, version: '0.9.0' }), await makeRelease({ root, version: '0.10.0' })];
    expect((await run(hub)).out).toContain('There are none.');
    expect((await run(hub, 'add', now.folder)).out).toContain('Kiosks get 0.10.0 (latest-chromium)');
    await run(hub, 'add', old.folder);
    expect((await run(hub, 'list')).out).toMatch(/^0\.10\.0 .*\n0\.9\.0 /m);
    const source = await open(hub);
    const read = async (path: string) => {
      const { status, body } = await source.open(path, { range: null, signal });
      return { status, bytes: await buffer(body) };
    };
    const newest = readFileSync(join(now.folder, description));
    expect(await read(description)).toEqual({ status: 200, bytes: newest });
    expect((await read(`0.10.0/${now.name}`)).bytes).toEqual(readFileSync(join(now.folder, now.name)));
    expect((await run(hub, 'withdraw', '0.10.0')).out).toContain('offered no longer');
    expect((await read(description)).bytes).toEqual(readFileSync(join(old.folder, description)));
    // To come back to by those who run it.
    expect((await read(`0.10.0/${description}`)).status).toBe(200);
    expect((await run(hub, 'withdraw', '7.0.0')).code).toBe(1);
    await source.close();
  });

  it('are had in parts by kiosks of this hub, and by nobody else', async () => {
    const hub = await startTestHub();
    const { folder, name } = await makeRelease();
    await run(hub, 'add', folder);
    const source = await open(hub);
    const { status, body } = await source.open(`0.2.0/${name}`, { range: { start: 1000, end: 1999 }, signal });
    expect(status).toBe(206);
    expect(await buffer(body)).toEqual(readFileSync(join(folder, name)).subarray(1000, 2000));
    for (const path of ['0.2.0/..%2f..%2fidentity.pem', '../identity.pem', '0.2.0/.withdrawn', '0.3.0/x.deb', '']) {
      const { status: refused, body: nothing } = await source.open(path, { range: null, signal });
      await buffer(nothing);
      expect(refused).toBe(404);
    }
    await source.close();
    const stranger = openHubSource({
      target: {
        address: parseAddress(hub.hub.readiness.address) ?? { host: '', port: 0 },
        pin: hub.hub.readiness.pin,
        kiosk: 'K9',
      },
      kioskKey: (await hub.enrol()).privateKey,
    });
    const unknown = await stranger.open(description, { range: null, signal });
    await buffer(unknown.body);
    expect([401, 403, 409]).toContain(unknown.status);
    await stranger.close();
  });

  it('that were copied badly, or not signed, are told from good ones', async () => {
    const hub = await startTestHub();
    const { folder, name } = await makeRelease();
    writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 100));
    expect((await run(hub, 'add', folder)).error).toContain(
      `${name} is missing or is not what latest-chromium.yml says`,
    );
    expect((await run(hub, 'add', mkdtempSync(join(tmpdir(), 'foyer-empty-')))).error).toContain('holds no release');
    expect((await run(hub)).out).toContain('There are none.');
  });
});
