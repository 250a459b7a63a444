import { afterEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import type { FeedPage } from '../../domain/protocol/feed.ts';
import { usualBadgeLayout } from '../../domain/badge-layout.ts';
import { closeHubs, copyPack, eventDay, startTestHub, type TestKiosk } from '../hub.fixture.ts';
import { addMember, openBrowser } from './staff.fixture.ts';

afterEach(closeHubs);

async function readItems(kiosk: TestKiosk, kind: string) {
  const { body } = await kiosk.ask('GET', '/v1/feed?limit=2000');
  return (body as FeedPage).changes.flatMap((change) => (change.kind === kind ? [change.item] : []));
}

describe('an announcement', () => {
  it('reaches kiosks, is there after a restart, and is taken back when its minutes are over', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol('K1');
    const page = await openBrowser(hub, await addMember(hub, 'supervisor'));
    const announcement = { id: v7(), text: { en: 'The forum begins.' }, level: 'calm', minutes: 30 } as const;
    await page.call('announce', announcement);
    await page.call('announce', announcement);
    expect((await page.call('announcements', {})).announcements).toEqual([
      { ...announcement, at: eventDay, staff: '10' },
    ]);
    expect(await readItems(kiosk, 'announcement')).toEqual([announcement]);
    const restarted = await hub.restart([], eventDay + 29 * 60_000);
    const again = await openBrowser(restarted, await addMember(restarted, 'supervisor'));
    expect((await again.call('announcements', {})).announcements).toHaveLength(1);
    const late = await restarted.restart([], eventDay + 30 * 60_000);
    const last = await openBrowser(late, await addMember(late, 'supervisor'));
    await expect.poll(async () => (await last.call('announcements', {})).announcements).toEqual([]);
    expect((await last.post('/v1/staff/withdrawAnnouncement', { id: announcement.id })).status).toBe(404);
  });

  it('is withdrawn by hand', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol('K1');
    const page = await openBrowser(hub, await addMember(hub, 'supervisor'));
    const id = v7();
    await page.call('announce', { id, text: { en: 'Fire drill' }, level: 'urgent', minutes: 5 });
    await page.call('withdrawAnnouncement', { id });
    expect(await readItems(kiosk, 'announcement')).toEqual([]);
    const { entries } = await page.call('audit', {});
    expect(entries.map(({ action, subjects }) => [action, subjects]).slice(0, 3)).toEqual([
      ['audit', []],
      ['withdrawAnnouncement', [id]],
      ['announce', [id, 'urgent']],
    ]);
  });
});

it('a session that is closed gives no seats until it is open again', async () => {
  const hub = await startTestHub();
  const kiosk = await hub.enrol('K1');
  const page = await openBrowser(hub, await addMember(hub, 'supervisor'));
  const { sessions } = await page.call('sessions', {});
  const limited = sessions.find(({ session }) => session.capacity !== undefined)?.session.id ?? '';
  const lease = async () =>
    (await kiosk.ask('POST', '/v1/leases', { id: v7(), session: limited, seats: 2 })).body as { seats: number };
  await page.call('closeSession', { session: limited, isClosed: true });
  expect((await lease()).seats).toBe(0);
  expect(await readItems(kiosk, 'closed-session')).toEqual([{ session: limited }]);
  const shown = (await page.call('sessions', {})).sessions.filter(({ isClosed }) => isClosed);
  expect(shown.map(({ session }) => session.id)).toEqual([limited]);
  await page.call('closeSession', { session: limited, isClosed: false });
  expect((await lease()).seats).toBe(2);
  expect((await page.call('sessions', {})).sessions.find(({ session }) => session.id === limited)?.held).toBe(2);
  expect((await page.post('/v1/staff/closeSession', { session: 'none', isClosed: true })).status).toBe(404);
});

it('a badge layout reaches kiosks, holds over a reload of the pack, and goes back to the pack’s', async () => {
  const hub = await startTestHub();
  const kiosk = await hub.enrol('K1');
  const page = await openBrowser(hub, await addMember(hub, 'technician'));
  const ofPack = await page.call('badgeLayout', {});
  expect(ofPack.isOwn).toBe(false);
  const layout = { ...usualBadgeLayout, fields: usualBadgeLayout.fields.slice(1) };
  const onKiosks = async () => ((await readItems(kiosk, 'event'))[0] as { badge?: unknown }).badge ?? null;
  await page.call('setBadgeLayout', { layout });
  expect(await page.call('badgeLayout', {})).toEqual({ layout, isOwn: true });
  expect(await onKiosks()).toEqual(layout);
  expect((await hub.operate('POST', '/v1/operator/event', { folder: copyPack() })).status).toBe(200);
  expect(await onKiosks()).toEqual(layout);
  await page.call('setBadgeLayout', { layout: null });
  expect(await page.call('badgeLayout', {})).toEqual(ofPack);
  expect(await onKiosks()).toEqual(ofPack.layout);
});

it('visitors are counted once, by the quarter hour in which they were there', async () => {
  const hub = await startTestHub();
  const kiosk = await hub.enrol('K1');
  const page = await openBrowser(hub, await addMember(hub, 'helper'));
  expect(await page.call('counts', {})).toEqual({
    quarters: [],
    total: { registrations: 0, checkIns: 0, expected: 0 },
  });
  const first = await kiosk.registration(1, { name: 'Chan Tai Man', email: 'a@visitor.example' });
  await kiosk.send([first]);
  hub.clock.now += 3_600_000;
  await kiosk.send([await kiosk.registration(2, { name: 'Lee Siu Ming', email: 'b@visitor.example' })], 2);
  const { quarters, total } = await page.call('counts', {});
  // The ids are made by today's clock, which is far from the event's: the hub's own counts.
  expect(quarters.map(({ start, registrations }) => [(start - eventDay) / 900_000, registrations])).toEqual([
    [0, 1],
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 1],
  ]);
  expect(total).toEqual({ registrations: 2, checkIns: 0, expected: 0 });
  const restarted = await hub.restart();
  const again = await openBrowser(restarted, await addMember(restarted, 'helper'));
  expect(await again.call('counts', {})).toEqual({ quarters, total });
});

it('me says who is there and which event it is', async () => {
  const hub = await startTestHub();
  const page = await openBrowser(hub, await addMember(hub, 'helper', 'Desk 1'));
  const me = await page.call('me', {});
  expect(me).toMatchObject({ staff: { number: '10', label: 'Desk 1', role: 'helper' }, isUnlocked: false });
  expect(me.event?.id).toBe('micro-e-in-action-2025');
});
