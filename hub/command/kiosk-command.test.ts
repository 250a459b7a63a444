import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { closeHubs, startTestHub, type TestHub } from '../hub.fixture.ts';
import { runCommand } from './run-command.ts';

afterEach(closeHubs);

function kiosk({ data }: Pick<TestHub, 'data'>, ...argv: string[]) {
  return runCommand('kiosk', { argv: [...argv, '--data', data], environment: {} });
}

async function told(hub: TestHub): Promise<unknown> {
  return JSON.parse((await kiosk(hub)).out ?? '');
}

it('tells one kiosk, or all, and takes a setting back', async () => {
  const hub = await startTestHub();
  await hub.enrol('K1');
  await hub.enrol('K2');
  expect((await kiosk(hub)).out).toMatch(/Nothing is told/);
  const printer = ['--printer', 'tcp://10.0.0.5', '--printer-model', 'epson-tm-t88vi', '--media', '72mm'];
  expect(await kiosk(hub, 'K1', ...printer, '--position', 'K2')).toMatchObject({ code: 0 });
  expect((await kiosk(hub, 'all', '--camera', 'no', '--idle-warn', '60')).out).toMatch(/^K1, K2: told/);
  expect(await told(hub)).toMatchObject({
    K1: { position: 'K2', printers: [{ id: 'printer', address: 'tcp://10.0.0.5', media: '72mm' }], camera: false },
    K2: { camera: false, idleWarnAfterSeconds: 60 },
  });
  await kiosk(hub, 'K1', '--printer', 'default', '--camera', 'default');
  expect(await told(hub)).toMatchObject({ K1: { position: 'K2', idleWarnAfterSeconds: 60 } });
  expect((await kiosk(hub, 'K1')).out).not.toMatch(/camera|printers/);
});

it('tells many kiosks from one table, or none of them when a line is wrong', async () => {
  const hub = await startTestHub();
  await hub.enrol('K1');
  await hub.enrol('K2');
  const table = join(hub.data, 'machines.csv');
  writeFileSync(table, 'kiosk,printer,model,media,position\nK1,lpt1,,,\nK2,tcp://10.0.0.6,Epson TM,,\n,tcp://a,,,\n');
  const refused = await kiosk(hub, '--settings', table);
  expect(refused.code).toBe(1);
  expect(refused.error?.split('\n')).toEqual([
    expect.stringMatching(/machines\.csv, line 2: printers\.0\.address: write tcp:/),
    expect.stringMatching(/line 3: printers\.0\.model/),
    expect.stringMatching(/line 4: write the columns kiosk/),
  ]);
  writeFileSync(table, '\uFEFFkiosk,printer,position\nK1,tcp://10.0.0.5,K3\nK2,tcp://10.0.0.6,\n');
  expect((await kiosk(hub, '--settings', table)).out).toMatch(/^K1, K2: told/);
  expect(await told(hub)).toMatchObject({ K1: { position: 'K3' }, K2: { printers: [{ address: 'tcp://10.0.0.6' }] } });
});

it('refuses in words what no kiosk could use', async () => {
  const hub = await startTestHub();
  await hub.enrol('K1');
  expect((await kiosk(hub, 'K9', '--camera', 'no')).error).toMatch(/no such thing/);
  expect((await kiosk(hub, 'K1', '--position', 'nowhere')).error).toMatch(/no such place/);
  expect((await kiosk(hub, 'K1', '--idle-warn', 'soon')).error).toMatch(/idleWarnAfterSeconds: write whole seconds/);
  expect((await kiosk(hub, '--camera', 'no')).error).toMatch(/Write which kiosk/);
  const file = join(hub.data, 'settings.json');
  writeFileSync(file, '{ "colour": "red" }');
  expect((await kiosk(hub, 'K1', '--settings', file)).error).toMatch(/settings\.json/);
  writeFileSync(file, '{');
  expect((await kiosk(hub, 'K1', '--settings', file)).error).toMatch(/cannot be read/);
});
