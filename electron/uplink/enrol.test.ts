import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatEnrolmentCode } from '../../domain/protocol/enrolment.ts';
import { enrol, type EnrolParts } from './enrol.ts';
import { readEnrolment, writeEnrolment } from './enrolment-file.ts';
import { startTestHub, type TestHub } from './test-hub.ts';

const kioskKey = generateKeyPairSync('ed25519').privateKey;
const secret = 'ABCD2345';

let hub: TestHub;
let folder: string;
beforeEach(async () => {
  hub = await startTestHub();
  hub.state.secret = secret;
  folder = mkdtempSync(join(tmpdir(), 'foyer-enrol-'));
});
afterEach(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

function ask(changes: Partial<EnrolParts> = {}) {
  const code = formatEnrolmentCode({ fingerprint: hub.fingerprint, secret });
  const limits = { connect: 300, answer: 300 };
  return enrol({ address: hub.address, code, kioskKey, position: 'K3', streams: [], limits, ...changes });
}

const refused = (words: RegExp) => ({
  ok: false,
  reason: expect.objectContaining({ code: 'enrolment', message: expect.stringMatching(words) as string }) as object,
});

describe('an enrolment', () => {
  it('brings the certificate and the whole pin, from a code as people type it', async () => {
    const code = formatEnrolmentCode({ fingerprint: hub.fingerprint, secret });
    const enrolled = await ask({ code: code.toLowerCase().replaceAll('-', ' ') });
    const { address, pin, hubKey } = hub;
    expect(enrolled).toMatchObject({
      ok: true,
      value: { enrolment: { address, pin, hubKey, certificate: { kiosk: 'K3', event: 'event-1' } } },
    });
  });

  it('tells nothing to a hub with another key', async () => {
    const code = formatEnrolmentCode({ fingerprint: '0000000000000000', secret });
    expect(await ask({ code })).toEqual(refused(/is not the hub that made the code/));
    expect(hub.state.asked).toEqual([]);
  });

  it.each([
    ['wrong-code', /was mistyped/],
    ['code-used', /Another machine has used/],
    ['code-expired', /older than ten minutes/],
    ['kiosk-taken', /under a name that another kiosk of the hub has/],
    ['too-many-requests', /Wait a minute/],
    ['unavailable', /no event yet/],
    ['failed', /did not take this kiosk in \(failed\)/],
    ['portal', /No hub answers/],
    ['hang', /No hub answers/],
  ] as const)('that ends with %s says what to do', async (mishap, words) => {
    hub.state.mishaps.set('/v1/enrolments', mishap);
    expect(await ask()).toEqual(refused(words));
  });

  it('needs a hub and a whole code', async () => {
    expect(await ask({ address: { host: '127.0.0.1', port: 1 } })).toEqual(refused(/No hub answers at 127\.0\.0\.1:1/));
    expect(await ask({ code: '7K3M-9QXT' })).toEqual(refused(/six groups of four/));
  });
});

describe('the file of an enrolment', () => {
  it('is for this user only, and says when it cannot be read', async () => {
    const path = join(folder, 'enrolment.json');
    expect(readEnrolment(path)).toEqual({ ok: true, value: null });
    const enrolled = await ask();
    if (!enrolled.ok) throw new Error(enrolled.reason.message);
    const { enrolment } = enrolled.value;
    writeEnrolment(path, enrolment);
    expect(readEnrolment(path)).toEqual({ ok: true, value: enrolment });
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, '{"format":"foyer-enrolment-1"');
    expect(readEnrolment(path)).toEqual(refused(/cannot be read.*\n.*--enrol CODE/));
  });
});
