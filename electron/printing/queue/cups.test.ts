import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import { printArea, queueMedia, queueProfile } from '../../../test/simulators/ipp/ipp-bench.ts';
import { startIppSimulator } from '../../../test/simulators/ipp/ipp-simulator.ts';
import type { Printer } from '../printer.ts';
import { encodeQueueSheet } from './encode-queue-sheet.ts';
import { createQueuePrinter } from './queue-printer.ts';

/** Debian's cups-daemon and cups-client. */
const cupsd = '/usr/sbin/cupsd';
const hasCups = spawnSync(cupsd, ['-h']).error === undefined && spawnSync('lpadmin', []).error === undefined;

interface Cups {
  readonly port: number;
  addQueue(name: string, device: string): void;
}

/** A CUPS of our own in a folder of its own, that anybody on this machine may do anything with. */
async function startCups(): Promise<Cups> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-cups-'));
  // The back end runs as another user.
  chmodSync(folder, 0o777);
  const port = await findPort();
  const at = (name: string) => join(folder, name);
  for (const name of ['etc', 'run', 'cache', 'spool', 'tmp']) mkdirSync(at(name));
  writeFileSync(
    at('cups-files.conf'),
    [
      `ServerRoot ${at('etc')}`,
      `StateDir ${at('run')}`,
      `CacheDir ${at('cache')}`,
      `RequestRoot ${at('spool')}`,
      `TempDir ${at('tmp')}`,
      `AccessLog ${at('access_log')}`,
      `ErrorLog ${at('error_log')}`,
      `PageLog ${at('page_log')}`,
    ].join('\n'),
  );
  writeFileSync(
    at('cupsd.conf'),
    `Listen 127.0.0.1:${String(port)}\nListen ${at('socket')}\nBrowsing Off\nWebInterface No\n` +
      '<Location />\nAllow all\n</Location>\n<Location /admin>\nAllow all\n</Location>\n' +
      '<Policy default>\n<Limit All>\nAllow all\n</Limit>\n</Policy>\n',
  );
  const daemon = spawn(cupsd, ['-f', '-c', at('cupsd.conf'), '-s', at('cups-files.conf')], { stdio: 'ignore' });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => daemon.once('exit', resolve));
    daemon.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const environment = { ...process.env, CUPS_SERVER: at('socket') };
  await expect.poll(() => spawnSync('lpstat', ['-r'], { env: environment }).stdout.toString()).toMatch(/is running/u);
  return {
    port,
    addQueue(name, device) {
      execFileSync('lpadmin', ['-p', name, '-E', '-v', device, '-m', 'raw'], { env: environment, stdio: 'ignore' });
    },
  };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function openQueue({ port }: Cups, name: string): Printer {
  return createQueuePrinter({
    address: { kind: 'ipp', isSecure: false, host: '127.0.0.1', port, path: `/printers/${name}` },
    profile: queueProfile,
    media: queueMedia,
    isShared: false,
  });
}

function badge(): Raster {
  const raster = createRaster(queueMedia.widthDots, queueMedia.heightDots);
  for (let y = 20; y < 1_600; y += 1) for (let x = y % 9; x < 1_000; x += 5) setBlack(raster, x, y);
  return raster;
}

const job = () => ({ id: crypto.randomUUID(), document: 'badge' as const, raster: badge() });

describe.skipIf(!hasCups)('a queue of CUPS (skipped where cupsd is not installed)', () => {
  it('in front of a printer that only takes bytes sends the PDF as it is, and leaves the sheet unknown', async () => {
    const cups = await startCups();
    const pieces: Buffer[] = [];
    const rawPort = createServer((socket) => {
      socket.on('data', (piece) => pieces.push(piece));
    });
    onTestFinished(() => {
      rawPort.close();
    });
    await new Promise<void>((resolve) => rawPort.listen(0, '127.0.0.1', resolve));
    cups.addQueue('bytes', `socket://127.0.0.1:${String((rawPort.address() as AddressInfo).port)}`);
    const printer = openQueue(cups, 'bytes');
    expect(await printer.status()).toEqual({ faults: [], paperLow: false });
    expect(await printer.print(job())).toEqual({ state: 'unknown' });
    expect(Buffer.concat(pieces).equals(encodeQueueSheet({ raster: badge(), media: queueMedia }))).toBe(true);
  });

  it('in front of a printer that speaks IPP knows what came out, dot for dot, and what did not', async () => {
    const cups = await startCups();
    const simulator = await startIppSimulator();
    onTestFinished(() => simulator.close());
    cups.addQueue('page', `ipp://127.0.0.1:${String(simulator.port)}/ipp/print`);
    const printer = openQueue(cups, 'page');
    const first = job();
    expect(await printer.print(first)).toEqual({ state: 'printed' });
    const [piece] = simulator.paper.pieces;
    expect(piece !== undefined && Buffer.compare(printArea(piece.raster, queueMedia).bits, first.raster.bits)).toBe(0);
    expect([...simulator.jobs.values()][0]?.said).toContain(first.id);

    simulator.paper.atRow(300, () => {
      simulator.setTrouble({ paperOut: true });
    });
    expect(await printer.print(job())).toEqual({ state: 'failed', fault: 'paper-out', paper: 'begun' });
    simulator.setTrouble({ paperOut: false });
    expect(simulator.paper.pieces.filter(({ isWhole }) => isWhole)).toHaveLength(1);
  });
});
