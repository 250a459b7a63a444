import { describe, expect, it, onTestFinished } from 'vitest';
import { createJob, epson } from '../../../test/simulators/escpos/driver-bench.ts';
import { startEscposSimulator } from '../../../test/simulators/escpos/escpos-simulator.ts';
import { openPseudoTerminal } from '../../../test/simulators/pseudo-terminal.ts';
import { createDeviceFileConnect } from '../connection/device-file.ts';
import { createSerialConnect } from '../connection/serial.ts';
import { shippedProfile } from '../profiles/known-profiles.ts';
import { createEscposPrinter } from './escpos-printer.ts';
import { encodeRaster } from './raster-bands.ts';

async function startOverTerminal(kind: 'usb' | 'serial') {
  const simulator = await startEscposSimulator();
  const terminal = await openPseudoTerminal(simulator);
  onTestFinished(async () => {
    await terminal.close();
    await simulator.close();
  });
  const { path } = terminal;
  const connect =
    kind === 'usb' ? createDeviceFileConnect({ path }) : createSerialConnect({ path, baud: 115_200, flow: 'none' });
  return { simulator, terminal, printer: createEscposPrinter({ connect, ...epson, isShared: false }) };
}

describe.each(['usb', 'serial'] as const)('an ESC/POS printer at %s', (kind) => {
  it('prints dot for dot, tells what is the matter, and has a clean sheet after it', async () => {
    const { simulator, terminal, printer } = await startOverTerminal(kind);
    expect(await printer.status()).toEqual({ faults: [], paperLow: false });
    const job = createJob();
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(simulator.sheets.at(-1)?.raster).toEqual(encodeRaster(job.raster).sent);

    simulator.runOutOfPaper(50);
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'paper-out', paper: 'begun' });
    simulator.loadPaper();
    expect(await printer.print(createJob())).toEqual({ state: 'printed' });
    expect(simulator.sheets.map(({ raster }) => raster.height)).toEqual([400, 50, 400]);
    expect(simulator.counts.unknown).toBe(0);

    await terminal.close();
    expect((await printer.status()).faults).toEqual(['offline']);
    expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'offline', paper: 'blank' });
    await printer.close();
  });
});

it('a printer that never answers prints, and its sheets are unknown', async () => {
  const simulator = await startEscposSimulator({ widthDots: 384, lacks: ['GS ( H', 'GS a', 'GS r', 'DLE DC4'] });
  const terminal = await openPseudoTerminal(simulator);
  onTestFinished(async () => {
    await terminal.close();
    await simulator.close();
  });
  const profile = shippedProfile('generic-esc-pos-58-silent');
  const media = profile.media[0] ?? epson.media;
  const connect = createDeviceFileConnect({ path: terminal.path });
  const printer = createEscposPrinter({ connect, profile, media, isShared: false });
  expect(await printer.status()).toEqual({ faults: [], paperLow: false });
  const printed = new Promise<void>((resolve) => {
    simulator.atRow(400, resolve);
  });
  expect(await printer.print(createJob())).toEqual({ state: 'unknown' });
  await printed;
  expect(simulator.commands.map(({ name }) => name)).not.toContain('GS V');
  await terminal.close();
  expect(await printer.print(createJob())).toEqual({ state: 'failed', fault: 'offline', paper: 'blank' });
});
