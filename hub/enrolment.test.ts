import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { certificateBytes, enrolmentAnswerSchema, parseEnrolmentCode } from '../domain/protocol/enrolment.ts';
import { signRequest } from '../domain/protocol/signing.ts';
import {
  closeHubs,
  createFolder,
  createTestKiosk,
  exportKey,
  sampleEvent,
  startTestHub,
  type TestHub,
  type TestKiosk,
} from './hub.fixture.ts';
import { connectPinned } from './command/operator-client.ts';
import { createCertificate } from './identity/certificate.ts';
import { holds } from './identity/ed25519.ts';
import { generateIdentityKeys } from './identity/identity-keys.ts';

afterEach(closeHubs);

function readSecret(code: string): string {
  const parsed = parseEnrolmentCode(code);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value.secret;
}

function askToEnrol(hub: TestHub, changes: { secret: string; publicKey?: string; position?: string | null }) {
  const publicKey = exportKey(generateKeyPairSync('ed25519').publicKey);
  return hub.ask('POST', '/v1/enrolments', { body: { publicKey, position: null, ...changes } });
}

describe('a one-time code', () => {
  it('names the hub’s key and makes a key a kiosk’s, by the hub’s signature', async () => {
    const hub = await startTestHub();
    const code = await hub.createCode('K3');
    const parsed = parseEnrolmentCode(code);
    expect(parsed.ok && parsed.value.fingerprint).toBe(hub.hub.readiness.fingerprint);
    const publicKey = exportKey(generateKeyPairSync('ed25519').publicKey);
    const { status, body } = await askToEnrol(hub, { secret: readSecret(code), publicKey });
    expect(status).toBe(200);
    const { certificate, hubKey } = enrolmentAnswerSchema.parse(body);
    expect(certificate).toMatchObject({
      kiosk: 'K3',
      position: 'K3',
      publicKey,
      event: sampleEvent,
      epoch: hub.hub.readiness.epoch,
    });
    expect(hubKey).toBe(hub.hub.readiness.hubKey);
    const { signature } = certificate;
    expect(holds({ bytes: certificateBytes(certificate), signature, publicKey: hubKey })).toBe(true);
  });

  it('says what to type at the kiosk, and shows itself as a picture', async () => {
    const hub = await startTestHub();
    const { body } = await hub.operate('POST', '/v1/operator/enrolment-codes', { position: 'K2' });
    const { code, type, qr, address } = body as Record<string, string>;
    expect(type).toBe(`npm start -- --hub ${address ?? ''} --enrol ${code ?? ''} --kiosk K2`);
    expect(address).toBe(hub.hub.readiness.address);
    expect(qr?.split('\n').length).toBeGreaterThan(10);
  });

  it('opens once: another key is refused, the same key gets the same answer', async () => {
    const hub = await startTestHub();
    const secret = readSecret(await hub.createCode());
    const publicKey = exportKey(generateKeyPairSync('ed25519').publicKey);
    const first = await askToEnrol(hub, { secret, publicKey });
    expect((await askToEnrol(hub, { secret, publicKey })).body).toEqual(first.body);
    expect(await askToEnrol(hub, { secret })).toMatchObject({ status: 403, body: { error: 'code-used' } });
  });

  it('is refused when it is wrong, and when ten minutes are over', async () => {
    const hub = await startTestHub();
    expect(await askToEnrol(hub, { secret: '00000000' })).toMatchObject({ status: 403, body: { error: 'wrong-code' } });
    const secret = readSecret(await hub.createCode());
    hub.clock.now += 10 * 60_000 - 1;
    expect(await askToEnrol(hub, { secret })).toMatchObject({ status: 200 });
    const late = readSecret(await hub.createCode());
    hub.clock.now += 10 * 60_000;
    expect(await askToEnrol(hub, { secret: late })).toMatchObject({ status: 403, body: { error: 'code-expired' } });
    // Another code that is made meanwhile makes no riddle of it.
    await hub.createCode();
    expect(await askToEnrol(hub, { secret: late })).toMatchObject({ body: { error: 'code-expired' } });
    hub.clock.now += 24 * 60 * 60_000;
    await hub.createCode();
    expect(await askToEnrol(hub, { secret: late })).toMatchObject({ body: { error: 'wrong-code' } });
  });

  it('cannot be guessed: a few tries a minute, then wait', async () => {
    const hub = await startTestHub({ flags: ['--enrolments-per-minute', '3'] });
    const statuses = [];
    for (let attempt = 0; attempt < 4; attempt += 1) statuses.push(await askToEnrol(hub, { secret: '00000000' }));
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 429]);
    expect(statuses[3]?.body).toMatchObject({ error: 'too-many-requests' });
    expect(Number(statuses[3]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('enrols nobody at a hub without an event, and no key that is none', async () => {
    const hub = await startTestHub({ pack: null });
    const secret = readSecret(await hub.createCode());
    expect(await askToEnrol(hub, { secret })).toMatchObject({ status: 503, body: { error: 'unavailable' } });
    const bad = await askToEnrol(hub, { secret, publicKey: 'short' });
    expect(bad).toMatchObject({ status: 400, body: { error: 'bad-request' } });
  });
});

it('is not sent to a machine in the middle, whose key is another', async () => {
  const hub = await startTestHub();
  const { tlsKey } = generateIdentityKeys();
  const key = tlsKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  let heard = 0;
  const middle = createServer({ key, cert: await createCertificate(tlsKey, '127.0.0.1') }, (_request, response) => {
    heard += 1;
    response.end();
  });
  middle.listen(0, '127.0.0.1');
  await once(middle, 'listening');
  const address = `127.0.0.1:${(middle.address() as AddressInfo).port}`;
  const client = connectPinned({ address, pin: hub.hub.readiness.pin });
  await expect(client.request({ method: 'GET', path: '/health' })).rejects.toThrow('is not the hub');
  expect(heard).toBe(0);
  await client.destroy();
  middle.close();
});

describe('a kiosk of a hub that lost its disk', () => {
  /** The same identity, an empty database. */
  async function loseDisk(hub: TestHub, flags: readonly string[] = []): Promise<TestHub> {
    const data = createFolder();
    cpSync(join(hub.data, 'identity.pem'), join(data, 'identity.pem'));
    await hub.close();
    return startTestHub({ data, flags });
  }

  const readmit = (kiosk: TestKiosk) => kiosk.ask('POST', '/v1/readmissions', { certificate: kiosk.certificate });

  it('is unknown to a new hub that was not told of it', async () => {
    const hub = await startTestHub();
    const old = await hub.enrol();
    const fresh = await loseDisk(hub);
    const kiosk = createTestKiosk(fresh, old);
    expect(await kiosk.ask('GET', '/v1/kiosk')).toMatchObject({ status: 401, body: { error: 'unknown-epoch' } });
    expect(await readmit(kiosk)).toMatchObject({ status: 401, body: { error: 'unknown-epoch' } });
  });

  it('is taken back with --restore under its old name, sends everything again, and no seats are given away', async () => {
    const hub = await startTestHub();
    const old = await hub.enrol('K2');
    const records = [old.seat(1), old.seat(2)];
    await old.send(records);
    const fresh = await loseDisk(hub, ['--restore']);
    const kiosk = createTestKiosk(fresh, old);
    const answer = await readmit(kiosk);
    expect(answer.status).toBe(200);
    const { certificate } = enrolmentAnswerSchema.parse(answer.body);
    expect(certificate).toMatchObject({ kiosk: 'K2', epoch: fresh.hub.readiness.epoch });
    expect(certificate.epoch).not.toBe(old.certificate.epoch);
    const stale = { epoch: old.certificate.epoch, from: 3, records: [old.seat(3)] };
    expect(await kiosk.ask('POST', '/v1/records', stale)).toMatchObject({
      status: 409,
      body: { error: 'out-of-sequence', epoch: certificate.epoch, nextSequence: 1 },
    });
    expect((await kiosk.send(records)).body).toMatchObject({ nextSequence: 3 });
    const wanted = { id: crypto.randomUUID(), session: 'forum-opening', seats: 5 };
    expect((await kiosk.ask('POST', '/v1/leases', wanted)).body).toMatchObject({ seats: 0 });
    await fresh.operate('POST', '/v1/operator/seats', { areOpen: true });
    const again = { ...wanted, id: crypto.randomUUID() };
    expect((await kiosk.ask('POST', '/v1/leases', again)).body).toMatchObject({ seats: 5 });
  });

  it('is taken back also after a restart without --restore, and seats stay as the operator left them', async () => {
    const hub = await startTestHub();
    const old = await hub.enrol();
    const fresh = await (await loseDisk(hub, ['--restore'])).restart();
    await fresh.operate('POST', '/v1/operator/seats', { areOpen: true });
    const again = await fresh.restart();
    expect((await again.operate('GET', '/v1/operator/seats')).body).toMatchObject({ areOpen: true });
    expect(await readmit(createTestKiosk(again, old))).toMatchObject({ status: 200 });
  });

  it('needs a certificate of this very hub, and its own key', async () => {
    const hub = await startTestHub({ flags: ['--restore'] });
    const stranger = await (await startTestHub()).enrol();
    expect(await readmit(createTestKiosk(hub, stranger))).toMatchObject({
      status: 401,
      body: { error: 'unknown-kiosk' },
    });
    const own = await hub.enrol();
    const body = JSON.stringify({ certificate: own.certificate });
    const { privateKey } = generateKeyPairSync('ed25519');
    const headers = {
      ...signRequest({ method: 'POST', path: '/v1/readmissions', body, keyId: own.kiosk, privateKey }),
    };
    expect(await hub.ask('POST', '/v1/readmissions', { body, headers })).toMatchObject({ status: 401 });
    expect(await readmit(own)).toMatchObject({ status: 200 });
  });
});

describe('an identity', () => {
  const passphrase = { FOYER_PASSPHRASE: 'sample' };
  const key = ['--key', 'build/sample-event/sample-key.json'];

  it('comes back from the event’s key on an empty disk, with kiosks that know it', async () => {
    const hub = await startTestHub({ flags: key, environment: passphrase });
    const old = await hub.enrol();
    await hub.close();
    rmSync(hub.data, { recursive: true });
    const fresh = await startTestHub({ flags: [...key, '--restore'], environment: passphrase });
    expect(fresh.hub.readiness.pin).toBe(hub.hub.readiness.pin);
    expect(fresh.hub.readiness.epoch).not.toBe(hub.hub.readiness.epoch);
    expect(await readmitAt(fresh, old)).toMatchObject({ status: 200 });
  });

  const readmitAt = (hub: TestHub, kiosk: TestKiosk) =>
    createTestKiosk(hub, kiosk).ask('POST', '/v1/readmissions', { certificate: kiosk.certificate });

  it('has to be the database’s: another is refused with what to do', async () => {
    const hub = await startTestHub();
    const flags = ['--database', join(hub.data, 'hub.sqlite')];
    await expect(startTestHub({ flags })).rejects.toThrow(
      'another identity. Start with a copy of that hub’s data folder',
    );
  });
});

describe('a kiosk that runs its own hub', () => {
  it('needs no code, and gets its certificate each time', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const flags = ['--own-kiosk', `K1:${exportKey(publicKey)}`];
    const hub = await startTestHub({ flags });
    const { certificate, hubKey } = hub.hub.readiness;
    if (certificate === null) throw new Error('there is no certificate');
    const kiosk = createTestKiosk(hub, { certificate, hubKey, privateKey });
    expect((await kiosk.ask('GET', '/v1/kiosk')).status).toBe(200);
    const second = await hub.enrol();
    expect(second.kiosk).toBe('K2');
    expect((await hub.restart()).hub.readiness.certificate).toEqual(certificate);
  });

  it('cannot take the name of another', async () => {
    const hub = await startTestHub();
    await hub.enrol('K1');
    const other = exportKey(generateKeyPairSync('ed25519').publicKey);
    await expect(hub.restart(['--own-kiosk', `K1:${other}`])).rejects.toThrow('knows K1 by another key');
  });
});
