import { afterEach, expect, it } from 'vitest';
import { feedPageSchema } from '../../domain/protocol/feed.ts';
import { closeHubs, startTestHub } from '../hub.fixture.ts';
import { addMember, openBrowser } from './staff.fixture.ts';

afterEach(closeHubs);

it('a technician tells a kiosk its printer and place; the feed brings it, and the trail says who did it, without addresses', async () => {
  const hub = await startTestHub();
  const kiosk = await hub.enrol('K1');
  const technician = await openBrowser(hub, await addMember(hub, 'technician'));
  expect((await technician.call('kioskSettings', {})).settings).toEqual({});
  const printers = [{ id: 'badges', address: 'tcp://10.0.0.5', model: 'epson-tm-t88vi' }];
  await technician.call('changeKioskSettings', { kiosk: 'K1', change: { position: 'K2', printers } });
  const { settings } = await technician.call('kioskSettings', {});
  expect(settings).toMatchObject({ K1: { position: 'K2', printers: [{ id: 'badges', address: 'tcp://10.0.0.5' }] } });
  expect((await technician.call('kiosks', {})).kiosks[0]).toMatchObject({ kiosk: 'K1', position: 'K2' });

  const { changes } = feedPageSchema.parse((await kiosk.ask('GET', '/v1/feed?limit=1000')).body);
  expect(changes).toContainEqual(expect.objectContaining({ kind: 'kiosk-settings', id: 'K1' }));

  expect(await technician.post('/v1/staff/changeKioskSettings', { kiosk: 'K9', change: {} })).toMatchObject({
    status: 404,
  });
  const nowhere = { kiosk: 'K1', change: { position: 'nowhere' } };
  expect(await technician.post('/v1/staff/changeKioskSettings', nowhere)).toMatchObject({ status: 400 });

  const supervisor = await openBrowser(hub, await addMember(hub, 'supervisor'));
  const { entries } = await supervisor.call('audit', {});
  const changed = entries.filter(({ action }) => action === 'changeKioskSettings');
  expect(changed.map(({ subjects, role }) => ({ subjects, role }))).toEqual([
    { subjects: ['K1', 'position', 'printers'], role: 'technician' },
  ]);
});
