import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bytesPerRow, createRaster, type Raster } from '../../domain/raster.ts';
import type { Media } from '../../domain/print-job.ts';
import type { PrintJob } from '../../electron/printing/printer.ts';
import { benches } from './benches.ts';
import { createNumberedJob } from './numbered-job.ts';

vi.setConfig({ testTimeout: 60_000 });

const stringsInAll = 10_000;

/** What would do harm if it were ever taken for a command: of each dialect, of PDF and PostScript, of shells and of text itself. */
const commands = [
  '\x1b@', '\x1bd\xff', '\x1bp\x00\xff\xff', '\x1di', '\x1dV\x00', '\x1d(A\x02\x00\x00\x01', '\x10\x04\x01', '\x10\x05\x02',
  '\x10\x14\x01\x00\x01', '\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08', '\x1dv0\x00\xff\xff\xff\xff', '\x1b=\x00',
  '^XA', '^XZ', '^FS', '~JA', '~JR', '^JUS', '~DGR:A.GRF', '^FX', '${"', '! U1 setvar', '\x1bi!\x00', '\x1bia\x01', '\x1a', '\x0c',
  '\x1biR', '\x1b*rA', '\x1b*rB', '\x1b\x1d\x03', '\x1b\x06\x01', '\x05', '\x17', '\x1b%-12345X@PJL RESET', '%!PS', '%PDF-1.7',
  'endstream endobj', ') Tj', '<<>>', 'stream\r\n', '\0', '\r\n', '\x7f', '\u202e', '\u2066', '\ufeff', '\u{e0001}', '$(reboot)', '`id`',
  "'; DROP TABLE jobs;--", '%s%n', '{{7*7}}', '<script>',
]; // prettier-ignore

const hostileStrings = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...commands) }, fc.string({ unit: 'binary', maxLength: 12 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

/**
 * Strings as the very bytes of a picture, one a row: text is drawn before it is sent, so this is the worst that a name could ever come to. Twice
 * over, as they are and with the bits turned round, because dialects differ in which colour is 1.
 */
function drawBytes(strings: readonly string[], { widthDots, heightDots }: Media): Raster {
  const raster = createRaster(widthDots, heightDots ?? strings.length);
  const rowBytes = bytesPerRow(widthDots);
  strings.forEach((text, row) => {
    const bytes = Buffer.from(text, row % 2 === 0 ? 'latin1' : 'utf8').subarray(0, Math.floor(widthDots / 8));
    raster.bits.set(row % 4 < 2 ? bytes : bytes.map((byte) => byte ^ 0xff), row * rowBytes);
  });
  return raster;
}

/** Every dot of the picture is on the paper, and next to none beside: a driver may add one to break a command. */
function expectDrawn(paper: Raster, { raster }: PrintJob): void {
  expect(paper.height).toBe(raster.height);
  const [wide, narrow] = [bytesPerRow(paper.width), bytesPerRow(raster.width)];
  let missing = 0;
  let added = 0;
  for (let y = 0; y < raster.height; y += 1) {
    for (let x = 0; x < narrow; x += 1) {
      const [wanted = 0, found = 0] = [raster.bits[y * narrow + x], paper.bits[y * wide + x]];
      if ((wanted & ~found) !== 0) missing += 1;
      if ((found & ~wanted) !== 0) added += 1;
    }
  }
  expect(missing).toBe(0);
  expect(added).toBeLessThan(raster.bits.length / 50);
}

describe.each(benches)('$dialect', (bench) => {
  it.concurrent(`${stringsInAll} hostile strings are dots on paper and nothing else`, async () => {
    const simulated = await bench.start();
    const driver = simulated.openDriver();
    const perSheet = simulated.media.heightDots ?? 400;
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.array(hostileStrings, { minLength: perSheet, maxLength: perSheet, size: 'max' }),
          async (strings) => {
            const job = { ...createNumberedJob(simulated.media), raster: drawBytes(strings, simulated.media) };
            const before = simulated.sheets().length;
            expect(await driver.print(job)).toEqual({ state: 'printed' });
            const came = simulated.sheets().slice(before);
            expect(came).toHaveLength(1);
            if (came[0] !== undefined) expectDrawn(came[0], job);
            expect(simulated.unknown()).toBe(0);
          },
        ),
        { numRuns: Math.ceil(stringsInAll / perSheet), endOnFailure: true },
      );
    } finally {
      await simulated.close();
      await driver.close();
    }
  });
});
