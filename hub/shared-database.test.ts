import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  changeFile,
  closeHubs,
  copyPack,
  createFolder,
  createTestKiosk,
  startTestHub,
  type TestHub,
} from './hub.fixture.ts';
import { createSchema } from './store/stores.fixture.ts';

const postgres = process.env['FOYER_TEST_POSTGRES'];

describe.skipIf(postgres === undefined)('two hub processes on one PostgreSQL', () => {
  let schema: Awaited<ReturnType<typeof createSchema>>;
  beforeEach(async () => {
    schema = await createSchema(postgres ?? '');
  });
  afterEach(async () => {
    await closeHubs();
    await schema.remove();
  });

  async function startTwo(): Promise<[TestHub, TestHub]> {
    const flags = ['--database', schema.url];
    const first = await startTestHub({ flags });
    const data = createFolder();
    cpSync(join(first.data, 'identity.pem'), join(data, 'identity.pem'));
    return [first, await startTestHub({ flags, data })];
  }

  it('are one hub to a kiosk', async () => {
    const [first, second] = await startTwo();
    expect(second.hub.readiness).toMatchObject({ epoch: first.hub.readiness.epoch, pin: first.hub.readiness.pin });
    const kiosk = await first.enrol();
    await kiosk.send([kiosk.seat(1)]);
    const there = createTestKiosk(second, kiosk);
    expect((await there.send([there.seat(2)], 2)).body).toMatchObject({
      answers: [{ result: 'accepted' }],
      nextSequence: 3,
    });
    expect((await kiosk.ask('GET', '/v1/kiosk')).body).toMatchObject({ nextSequence: 3 });
  });

  it('pass on news, and end the streams of a kiosk that the other revoked', async () => {
    const [first, second] = await startTwo();
    const kiosk = await first.enrol();
    const headers = { ...kiosk.sign({ method: 'GET', path: '/v1/news' }) };
    const { body } = await second.connect().request({ method: 'GET', path: '/v1/news', headers });
    let heard = '';
    body.on('data', (chunk: Buffer) => (heard += chunk.toString()));
    const ended = new Promise((resolve) => body.once('end', resolve));
    const count = () => heard.split('event: news').length - 1;
    await expect.poll(count).toBe(1);
    const folder = copyPack();
    changeFile(join(folder, 'event.json'), (text) => text.replace('"en": "Career Day"', '"en": "Career Days"'));
    await first.operate('POST', '/v1/operator/event', { folder });
    await expect.poll(count, { timeout: 10_000 }).toBeGreaterThan(1);
    await first.operate('POST', '/v1/operator/revoke', { kiosk: kiosk.kiosk });
    await ended;
    expect(await createTestKiosk(second, kiosk).ask('GET', '/v1/kiosk')).toMatchObject({ status: 403 });
  });

  it('share the identity: another is refused', async () => {
    await startTwo();
    await expect(startTestHub({ flags: ['--database', schema.url] })).rejects.toThrow('another identity');
  });
});
