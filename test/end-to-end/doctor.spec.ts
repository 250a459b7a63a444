import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pino } from 'pino';
import { findChromium } from '../../build/chromium.mjs';
import { standardMedia } from '../../domain/print-job.ts';
import { checkFonts } from '../../electron/doctor/checks/check-fonts.ts';
import { createExaminationPage } from '../../electron/doctor/page/examination-page.ts';
import { thisMachine } from '../../electron/machine.ts';
import { openExaminationIn } from '../../electron/shells/chromium/open-examination.ts';
import { root } from './shells.ts';

const built = join(root, 'renderer', 'dist');

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-dist-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the real browser finds in these screens, and the test sheet that it draws for a roll of 72 mm. */
async function look(rendererFolder: string) {
  const media = standardMedia['72mm'];
  const sheet = { printer: 'badges', name: 'badges', model: 'TM-T88VI', mediaName: '72mm', media };
  const page = createExaminationPage({
    open: openExaminationIn({
      ...{ rendererFolder, chromium: findChromium() ?? undefined, hasDisplay: false, random: thisMachine.random },
      logger: pino({ enabled: false }),
    }),
    task: { kiosk: 'K1', sheets: [sheet] },
  });
  try {
    const found = await page.findings();
    const raster = found.ok ? await page.drawSheet('badges') : null;
    const [fonts] = await checkFonts(() => Promise.resolve(found.ok ? found.value : null)).examine(
      new AbortController().signal,
    );
    return { found, raster, fonts };
  } finally {
    await page.close();
  }
}

test('the doctor’s page draws every promised script and a test sheet', async () => {
  const { found, raster, fonts } = await look(built);
  expect(found).toMatchObject({
    ok: true,
    value: { hasDisplay: false, framesPerSecond: expect.any(Number) as unknown },
  });
  expect(fonts).toMatchObject({ state: 'green', facts: { missing: null } });
  expect(raster?.width).toBe(standardMedia['72mm'].widthDots);
  expect(raster?.bits.some((byte) => byte !== 0)).toBe(true);
});

test('a font file that is gone is found, and no sheet is drawn in another font', async () => {
  const broken = join(folder, 'dist');
  cpSync(built, broken, { recursive: true });
  const thai = readdirSync(join(broken, 'assets')).filter((name) => /thai.*\.woff2$/.test(name));
  expect(thai.length).toBeGreaterThan(0);
  for (const name of thai) rmSync(join(broken, 'assets', name));
  const { raster, fonts } = await look(broken);
  expect(fonts).toMatchObject({ state: 'red', advice: 'doctor-font-missing', facts: { missing: 'th' } });
  expect(raster).toBeNull();
});

test('screens that were not built are said to be missing', async () => {
  expect((await look(folder)).found).toEqual({ ok: false, reason: 'not-built' });
});
