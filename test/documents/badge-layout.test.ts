import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { badgeLayoutSchema, usualBadgeLayout, type BadgeLayout } from '../../domain/badge-layout.ts';
import { standardMedia, type MediaName } from '../../domain/print-job.ts';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let server: Awaited<ReturnType<typeof serveHarness>>;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  server = await serveHarness();
  browser = await paper.launchChromium();
  ({ page, complaints } = await paper.openPage(browser, server.url));
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

const short = { own: '', latin: 'Ng' };
const long = { own: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Llanfairpwllgwyngyll', latin: '' };

/** A black square with a white cross, so that it can be told from type. */
function drawLogo(): string {
  const picture = new PNG({ width: 60, height: 60 });
  for (let y = 0; y < 60; y += 1) {
    for (let x = 0; x < 60; x += 1) {
      const isWhite = Math.abs(x - 30) < 5 || Math.abs(y - 30) < 5;
      picture.data.set(isWhite ? [255, 255, 255, 255] : [0, 0, 0, 255], (y * 60 + x) * 4);
    }
  }
  return `data:image/png;base64,${PNG.sync.write(picture).toString('base64')}`;
}

function layoutOf(fields: readonly unknown[], rest: object = {}): BadgeLayout {
  return badgeLayoutSchema.parse({ fields, ...rest });
}

const print = (mediaName: MediaName, differences: Parameters<typeof paper.badgeFor>[1]) =>
  paper.printBadge(page, paper.badgeFor(mediaName, differences));

const tops = () =>
  page.evaluate(() =>
    Object.fromEntries(
      ['.badge-logo', '.badge-head', '.badge-names', '.badge-latin', '.badge-field', '.badge-claim', '.badge-stripe']
        .map((selector) => [selector, document.querySelector<HTMLElement>(selector)?.offsetTop] as const)
        .filter(([, top]) => top !== undefined),
    ),
  );

const holds = () => page.evaluate(() => document.querySelector<HTMLElement>('.badge')?.dataset['holds']);

describe('a layout', () => {
  test('has its fields in its order, and no other', async () => {
    const fields = [{ field: 'stripe' }, { field: 'latin' }, { field: 'name' }, { field: 'claim' }];
    await print('72mm', { layout: layoutOf(fields) });
    const places = await tops();
    expect(Object.keys(places).toSorted()).toEqual(['.badge-claim', '.badge-latin', '.badge-names', '.badge-stripe']);
    const inOrder = Object.entries(places).toSorted(([, a], [, b]) => (a ?? 0) - (b ?? 0));
    expect(inOrder.map(([name]) => name)).toEqual(['.badge-stripe', '.badge-latin', '.badge-names', '.badge-claim']);
  });

  test('sets a field larger or smaller, and the code still reads', async () => {
    const sizes: number[] = [];
    for (const size of ['small', 'medium', 'large']) {
      const raster = await print('72mm', {
        layout: layoutOf([
          { field: 'name', size },
          { field: 'claim', size },
        ]),
      });
      expect(paper.decodeQr(raster, { left: 0, top: 0, right: raster.width, bottom: raster.height })).toBe('K7QX-2M9P');
      sizes.push(
        await page.evaluate(() =>
          Number.parseFloat(document.querySelector<HTMLElement>('.badge-name')?.style.fontSize ?? ''),
        ),
      );
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(3);
  });

  test('shows the logo dot for dot where it stands', async () => {
    const fields = [{ field: 'logo', size: 'large' }, { field: 'name' }, { field: 'claim' }];
    const raster = await print('72mm', { layout: layoutOf(fields, { logo: drawLogo() }) });
    const box = await page.evaluate(() => {
      const image = document.querySelector('img');
      return image === null ? null : { left: image.offsetLeft, top: image.offsetTop, side: image.offsetHeight };
    });
    expect(box).not.toBeNull();
    const { left, top, side } = box ?? { left: 0, top: 0, side: 0 };
    expect(paper.blackShare(raster, { left, top, right: left + side, bottom: top + side })).toBeGreaterThan(0.6);
    expect(
      paper.blackShare(raster, { left: left + side / 2 - 3, top, right: left + side / 2 + 3, bottom: top + side }),
    ).toBe(0);
  });

  test('tells types of visitor apart in black and white', async () => {
    const shares = [];
    for (const pattern of ['solid', 'frame', 'hatched'] as const) {
      const raster = await print('72mm', { stripe: { words: ['Student'], pattern, colour: null } });
      const { '.badge-stripe': top = 0 } = await tops();
      shares.push(paper.blackShare(raster, { left: 0, top, right: raster.width, bottom: raster.height }));
    }
    const [solid = 0, frame = 0, hatched = 0] = shares;
    expect(solid).toBeGreaterThan(0.7);
    expect(hatched).toBeLessThan(0.6);
    expect(frame).toBeLessThan(hatched);
  });

  test('gives the stripe its colour for printers that have colours, and black dots for all', async () => {
    const black = await print('A6', {});
    const tinted = await print('A6', { stripe: { words: ['Job seeker'], pattern: 'solid', colour: '#b5471b' } });
    const stripe = await page.evaluate(() => {
      const { offsetTop, offsetHeight } = document.querySelector<HTMLElement>('.badge-stripe') ?? document.body;
      return { top: offsetTop, height: offsetHeight };
    });
    expect(tinted.tints).toEqual([{ ...stripe, colour: '#b5471b' }]);
    expect(paper.countDifferences(tinted, black)).toBe(0);
  });

  test('without the event’s line still says REPRINT', async () => {
    const layout = layoutOf([{ field: 'name' }, { field: 'claim' }]);
    await print('72mm', { layout, reprint: 'REPRINT' });
    await expect(page.evaluate(() => document.querySelector('.badge')?.textContent)).resolves.toContain('REPRINT');
  });
});

describe('on a label', () => {
  const whole = layoutOf([...usualBadgeLayout.fields, { field: 'logo', size: 'large' }].toReversed(), {
    logo: drawLogo(),
  });

  test.each(['62x100mm', '100x150mm', 'A6', 'A5', 'A4'] as const)(
    '%s every badge is as high as it',
    async (mediaName) => {
      for (const name of [short, long, { own: 'กี่'.repeat(80), latin: '' }]) {
        const raster = await print(mediaName, { name });
        expect(raster.height).toBe(standardMedia[mediaName].heightDots);
        const cut = await page.evaluate(() => {
          const badge = document.querySelector<HTMLElement>('.badge');
          return (badge?.scrollHeight ?? 0) - (badge?.clientHeight ?? 0);
        });
        expect(cut).toBe(0);
      }
    },
  );

  test('a layout that holds an ordinary name says so', async () => {
    await print('62x100mm', {});
    expect(await holds()).toBe('yes');
  });

  test('a layout that cannot hold a long name says so', async () => {
    await print('62x100mm', {
      layout: whole,
      name: long,
      field: 'Electronic and microelectronic engineering',
    });
    expect(await holds()).toBe('no');
  });
});

test('nothing of it breaks the content security policy', () => {
  expect(complaints).toEqual([]);
});
