import { expect, it } from 'vitest';
import { createCatalogue } from './kiosk.fixture.ts';
import type { Store } from './store.ts';
import { describeStores, must } from './stores.fixture.ts';

const minute = 60_000;

describeStores('kiosks', (stores) => {
  async function start(): Promise<Store> {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    return store;
  }
  async function addCode(store: Store, secretHash: string, position: string | null = null) {
    must(await store.kiosks.addCode({ secretHash, position, expires: stores.now + 10 * minute }));
  }
  async function enrol(store: Store, publicKey: string, position: string | null = null) {
    await addCode(store, `code of ${publicKey}`);
    return must(await store.kiosks.enrol({ secretHash: `code of ${publicKey}`, position, publicKey }));
  }

  it('takes a code once, and the same key again', async () => {
    const store = await start();
    await addCode(store, 'hash');
    const request = { secretHash: 'hash', position: null, publicKey: 'key-1' };
    const enrolled = await store.kiosks.enrol(request);
    expect(enrolled).toEqual({
      ok: true,
      value: { kiosk: 'K1', position: 'K1', publicKey: 'key-1', isRevoked: false },
    });
    expect(await store.kiosks.enrol(request)).toEqual(enrolled);
    expect(await store.kiosks.enrol({ ...request, publicKey: 'key-2' })).toEqual({ ok: false, reason: 'code-used' });
  });

  it('gives one code to one of two kiosks that use it at the same time', async () => {
    const store = await start();
    const other = await stores.open();
    await addCode(store, 'hash');
    const both = await Promise.all(
      [store, other].map((each, index) =>
        each.kiosks.enrol({ secretHash: 'hash', position: null, publicKey: `key-${index}` }),
      ),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(must(await store.kiosks.list())).toHaveLength(1);
  });

  it('refuses a code that is not one, or is ten minutes old', async () => {
    const store = await start();
    await addCode(store, 'hash');
    const wrong = { ok: false, reason: 'wrong-code' };
    expect(await store.kiosks.enrol({ secretHash: 'other', position: null, publicKey: 'key' })).toEqual(wrong);
    stores.now += 10 * minute;
    const late = { ok: false, reason: 'code-expired' };
    expect(await store.kiosks.enrol({ secretHash: 'hash', position: null, publicKey: 'key' })).toEqual(late);
  });

  it('names kiosks: what was asked for, else of the event what is free, else a number', async () => {
    const store = await start();
    expect(await enrol(store, 'a', 'K2')).toMatchObject({ kiosk: 'K2', position: 'K2' });
    expect(await enrol(store, 'b', 'K2')).toMatchObject({ kiosk: 'K2.2', position: 'K2' });
    expect(await enrol(store, 'c')).toMatchObject({ kiosk: 'K1', position: 'K1' });
    expect(await enrol(store, 'd')).toMatchObject({ kiosk: 'K3', position: null });
    await addCode(store, 'hash', 'desk');
    const coded = must(await store.kiosks.enrol({ secretHash: 'hash', position: null, publicKey: 'e' }));
    expect(coded).toMatchObject({ kiosk: 'desk', position: 'desk' });
  });

  it('leaves a kiosk the name that its records have, or refuses it and keeps the code', async () => {
    const store = await start();
    await enrol(store, 'a', 'K1');
    await addCode(store, 'hash');
    const request = { secretHash: 'hash', position: 'K3', publicKey: 'b' };
    const taken = { ok: false, reason: 'kiosk-taken' };
    expect(await store.kiosks.enrol({ ...request, name: 'K1' })).toEqual(taken);
    const kept = must(await store.kiosks.enrol({ ...request, name: 'lobby' }));
    expect(kept).toMatchObject({ kiosk: 'lobby', position: 'K3' });
  });

  it('gives the place of a revoked kiosk, but not its name', async () => {
    const store = await start();
    await enrol(store, 'a');
    must(await store.kiosks.revoke('K1'));
    expect(must(await store.kiosks.find('K1'))).toMatchObject({ isRevoked: true });
    expect(await enrol(store, 'b')).toMatchObject({ kiosk: 'K1.2', position: 'K1' });
    await addCode(store, 'again');
    const again = await store.kiosks.enrol({ secretHash: 'again', position: null, publicKey: 'a' });
    expect(again).toEqual({ ok: false, reason: 'kiosk-revoked' });
    expect(await store.kiosks.revoke('nobody')).toEqual({ ok: false, reason: 'not-found' });
  });

  it('admits a kiosk under the name it had, and no other under it', async () => {
    const store = await start();
    const kiosk = { kiosk: 'K1.2', position: 'K1', publicKey: 'key' };
    expect(must(await store.kiosks.admit(kiosk))).toEqual({ ...kiosk, isRevoked: false });
    expect(must(await store.kiosks.admit(kiosk))).toEqual({ ...kiosk, isRevoked: false });
    const taken = { ok: false, reason: 'kiosk-taken' };
    expect(await store.kiosks.admit({ ...kiosk, publicKey: 'other' })).toEqual(taken);
    expect(await store.kiosks.admit({ ...kiosk, kiosk: 'K9' })).toEqual(taken);
    must(await store.kiosks.revoke('K1.2'));
    expect(await store.kiosks.admit(kiosk)).toEqual({ ok: false, reason: 'kiosk-revoked' });
  });

  it('finds by key, and says when a kiosk was heard', async () => {
    const store = await start();
    await enrol(store, 'key');
    expect(must(await store.kiosks.findByKey('key'))).toMatchObject({ kiosk: 'K1' });
    expect(must(await store.kiosks.findByKey('none'))).toBeNull();
    expect(must(await store.kiosks.list())).toMatchObject([{ lastSeen: null, nextSequence: 1, deadLetters: 0 }]);
    must(await store.kiosks.touch('K1'));
    const first = stores.now;
    stores.now += 9000;
    must(await store.kiosks.touch('K1'));
    expect(must(await store.kiosks.list())).toMatchObject([{ lastSeen: first }]);
    stores.now += 2000;
    must(await store.kiosks.touch('K1'));
    expect(must(await store.kiosks.list())).toMatchObject([{ lastSeen: stores.now }]);
  });
});
