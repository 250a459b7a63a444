import { expect, test } from 'vitest';
import { standardMedia } from '../../domain/print-job.ts';
import { createRaster, setBlack, type Raster } from '../../domain/raster.ts';
import { checkSheet } from './check-sheet.ts';

const media = standardMedia['72mm'];

function paint(raster: Raster, { left = 0, top = 0, right = raster.width, bottom = raster.height }): Raster {
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) setBlack(raster, x, y);
  return raster;
}

/** Words in the middle and a stripe at the end. */
function drawBadge(): Raster {
  const raster = createRaster(media.widthDots, 800);
  paint(raster, { left: 60, top: 100, right: 400, bottom: 200 });
  return paint(raster, { top: 720 });
}

test('a badge with its stripe is fine', () => {
  expect(checkSheet({ raster: drawBadge(), document: 'badge', media })).toEqual([]);
});

test.each([
  ['left', { left: 2, right: 3, top: 300, bottom: 310 }],
  ['right', { left: media.widthDots - 3, top: 300, bottom: 310 }],
  ['top', { left: 300, right: 301, top: 0, bottom: 1 }],
  ['bottom', { left: 300, right: 301, top: 715, bottom: 716 }],
])('ink in the %s margin is found', (edge, spot) => {
  expect(checkSheet({ raster: paint(drawBadge(), spot), document: 'badge', media })).toEqual([
    `ink in the ${edge} margin`,
  ]);
});

test('a stripe that does not reach the edge is none', () => {
  const raster = createRaster(media.widthDots, 800);
  paint(raster, { left: 1, top: 720 });
  expect(checkSheet({ raster, document: 'badge', media })).toContain(
    'no stripe runs from edge to edge at the end of the badge',
  );
});

test('a slip has no stripe', () => {
  expect(checkSheet({ raster: drawBadge(), document: 'map', media })).toContain('ink in the bottom margin');
});

test('a blank sheet and a black one are found', () => {
  const blank = createRaster(media.widthDots, 800);
  expect(checkSheet({ raster: blank, document: 'map', media })).toEqual(['0 % of the sheet is black']);
  expect(checkSheet({ raster: paint(blank, {}), document: 'map', media })).toContain('100 % of the sheet is black');
});

test('a sheet for other paper is found', () => {
  const narrow = paint(createRaster(384, 800), { left: 60, top: 100, right: 300, bottom: 200 });
  expect(checkSheet({ raster: narrow, document: 'map', media })).toEqual(['the sheet is 384 dots wide, not 576']);
});
