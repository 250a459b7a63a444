import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Bonjour } from 'bonjour-service';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEscposSimulator } from '../../../test/simulators/escpos/escpos-simulator.ts';
import { shippedProfiles } from '../profiles/known-profiles.ts';
import { configured } from '../test-configured.ts';
import { askPrinter, findPrinters } from './find-printers.ts';
import { findUsbPrinters, readDeviceId } from './find-usb.ts';
import { matchProfile } from './found-printer.ts';
import { describeListed, toListed } from './list-printers.ts';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-printers-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** As sysfs has them. */
async function plugIn(root: string, ids: Record<string, string>): Promise<void> {
  for (const [name, id] of Object.entries(ids)) {
    const device = join(root, 'sys/class/usbmisc', name, 'device');
    await mkdir(device, { recursive: true });
    await writeFile(join(device, 'ieee1284_id'), id);
  }
}

/** A port that nobody has, so that the test hears its own responder and no printer of the house. */
async function freePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}

describe('printers at USB', () => {
  it('are known by their device id', async () => {
    const root = await makeFolder();
    await plugIn(root, {
      lp0: 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T88VII;CLS:PRINTER;DES:EPSON TM-T88VII;',
      lp1: 'MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZD421-300dpi ZPL;CLASS:PRINTER;',
      lp2: '',
      hiddev0: 'MFG:Mouse;',
    });
    expect(await findUsbPrinters(root)).toEqual([
      { address: { kind: 'usb', path: '/dev/usb/lp0' }, calledItself: 'EPSON TM-T88VII (ESC/POS)' },
      { address: { kind: 'usb', path: '/dev/usb/lp1' }, calledItself: 'Zebra Technologies ZTC ZD421-300dpi ZPL (ZPL)' },
      { address: { kind: 'usb', path: '/dev/usb/lp2' }, calledItself: 'USB printer' },
    ]);
    const found = await findPrinters({
      configured: [],
      profiles: shippedProfiles,
      network: { withinMilliseconds: 1 },
      root,
    });
    expect(found.map(({ profile, isGuess }) => [profile.id, isGuess])).toEqual([
      ['epson-tm-t88vii', false],
      ['zebra-zd421-300', false],
      ['generic-esc-pos-80', true],
    ]);
  });

  it('are none where there is no such driver', async () => {
    expect(await findUsbPrinters(await makeFolder())).toEqual([]);
  });

  it.each([
    ['MFG:Brother;CMD:PT-CBP;MDL:QL-820NWB;CLS:PRINTER;', 'Brother QL-820NWB (PT-CBP)'],
    ['MDL:Star TSP143;MFG:Star;', 'Star TSP143'],
    ['nonsense', 'USB printer'],
  ])('"%s" reads as %s', (id, words) => {
    expect(readDeviceId(id)).toBe(words);
  });
});

describe('a model', () => {
  it.each([
    ['EPSON TM-T88V', 'epson-tm-t88v'],
    ['EPSON TM-T88VI', 'epson-tm-t88vi'],
    ['epson tm-t88vii series', 'epson-tm-t88vii'],
    ['Brother QL-1110NWB', 'brother-ql-1110nwb'],
  ])('%s is %s', (calledItself, id) => {
    const address = { kind: 'tcp', host: 'printer', port: 9100 } as const;
    expect(matchProfile({ address, calledItself }, shippedProfiles)?.profile.id).toBe(id);
  });

  it('is driven as its address can be spoken to', () => {
    const address = { kind: 'ipp', isSecure: false, host: 'printer', port: 631, path: '/ipp/print' } as const;
    expect(matchProfile({ address, calledItself: 'Brother QL-820NWB' }, shippedProfiles)).toMatchObject({
      profile: { id: 'generic-queue' },
      isGuess: true,
    });
  });
});

describe('printers on the network', () => {
  it('are heard, named, and asked how they stand; each address once', async () => {
    const simulator = await startEscposSimulator();
    onTestFinished(() => simulator.close());
    simulator.runOutOfPaper();
    const socket = { interface: '127.0.0.1', bind: '0.0.0.0', port: await freePort() };
    const responder = new Bonjour(socket);
    onTestFinished(
      () =>
        new Promise<void>((resolve) => {
          responder.unpublishAll(() => {
            responder.destroy(resolve);
          });
        }),
    );
    const host = 'localhost';
    responder.publish({
      name: 'Badges',
      type: 'pdl-datastream',
      port: simulator.port,
      host,
      probe: false,
      txt: { ty: 'EPSON TM-m30III\u001b[2J' },
    });
    responder.publish({
      name: 'Office',
      type: 'ipp',
      port: 8631,
      host,
      probe: false,
      txt: { rp: 'printers/office', ty: 'Office Jet' },
    });

    const here = configured({ address: 'tcp://10.0.0.5', id: 'own' });
    const found = await findPrinters({
      configured: [here, here],
      profiles: shippedProfiles,
      network: { withinMilliseconds: 1_500, socket },
      root: await makeFolder(),
    });
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ by: 'configuration', calledItself: 'own', address: here.address });
    const badges = found.find(({ profile }) => profile.id === 'epson-tm-m30iii');
    expect(badges).toMatchObject({
      by: 'network',
      calledItself: 'EPSON TM-m30III[2J',
      address: { kind: 'tcp', port: simulator.port },
    });
    expect(found.find(({ profile }) => profile.id === 'generic-queue')).toMatchObject({
      isGuess: true,
      address: { kind: 'ipp', isSecure: false, port: 8631, path: '/printers/office' },
    });
    if (badges === undefined) return;
    const atLoopback = { ...badges, address: { kind: 'tcp', host: simulator.host, port: simulator.port } as const };
    const listed = toListed(atLoopback, await askPrinter(atLoopback));
    expect(describeListed(listed)).toBe(
      `EPSON TM-m30III[2J (network): paper-out\n  {"printer":"tcp://127.0.0.1:${simulator.port}","printerModel":"epson-tm-m30iii"}`,
    );
    expect(simulator.paperPastCut().height).toBe(0);
  });
});

describe('the command', () => {
  const run = async (...flags: string[]) => {
    const script = join(import.meta.dirname, 'main.ts');
    const child = promisify(execFile)(process.execPath, [script, ...flags], { env: { PATH: process.env['PATH'] } });
    return child.catch((error: unknown) => error as { code: number; stdout: string; stderr: string });
  };

  it('lists as JSON, with what is configured', async () => {
    const data = await makeFolder();
    await writeFile(join(data, 'kiosk.json'), JSON.stringify({ printer: 'folder:sheets' }));
    const { stdout } = await run('--json', '--seconds=0.2', '--data', data);
    expect(JSON.parse(stdout)).toContainEqual({
      by: 'configuration',
      address: `folder:${join(data, 'sheets')}`,
      model: 'folder',
      isGuess: false,
      calledItself: 'printer',
      status: { faults: [], paperLow: false },
    });
  });

  it('lists models, helps, and says what is wrong', async () => {
    expect((await run('--models')).stdout).toContain('epson-tm-t88vi  EPSON TM-T88VI: 72mm, 51mm');
    expect((await run('--help')).stdout).toContain('npm run printers');
    expect(await run('--what')).toMatchObject({ code: 2, stderr: expect.stringContaining('--help') as string });
    expect(await run('--seconds=never')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('from 1 to 60') as string,
    });
  });
});
