import { createRaster, isBlack, setBlack, type Raster } from '../../../domain/raster.ts';
import { draw, readGraphicField } from './graphic-field.ts';
import type { ZplCommand } from './grammar.ts';

/** A label that is laid out and waits to be printed. */
export interface LaidOut {
  readonly raster: Raster;
  readonly copies: number;
  /** `^MMC`: it is cut off after it. */
  readonly isCut: boolean;
  /** `^JZ`: it is printed again once an error is over. */
  readonly isReprinted: boolean;
}

/** Everything that stays from one label to the next until it is set again. */
const usualSettings = {
  left: 0,
  top: 0,
  shift: 0,
  down: 0,
  isUpsideDown: false,
  isMirrored: false,
  isReversed: false,
  isRoll: false,
  isCut: false,
  isReprinted: true,
  length: 1218,
  width: 0,
};

/** Lays labels out, command by command. Text and bar codes are not drawn: Foyer sends pictures. */
export function createLayout({ headDots, labelDots }: { headDots: number; labelDots: number }) {
  let settings = { ...usualSettings, width: headDots };
  let fields: { raster: Raster; x: number; y: number; isReverse: boolean }[] | null = null;
  let origin = { x: 0, y: 0 };
  let isFieldReverse = false;
  let copies = 1;
  let broken = 0;

  function place(raster: Raster | null): void {
    if (raster === null) broken += 1;
    else {
      const { left, top, isReversed } = settings;
      fields?.push({ raster, x: left + origin.x, y: top + origin.y, isReverse: isReversed || isFieldReverse });
    }
  }

  function finish(): LaidOut | null {
    const drawn = fields ?? [];
    fields = null;
    if (drawn.length === 0) return null;
    const { width, length, isRoll, shift, down, isUpsideDown, isMirrored, isCut, isReprinted } = settings;
    const label = createRaster(Math.min(width, headDots), isRoll ? length : labelDots);
    for (const { raster, x, y, isReverse } of drawn)
      draw(raster, { onto: label, left: x - shift, top: y + down, isReverse });
    const turned = turn(label, { isUpsideDown, isMirrored });
    const whole = createRaster(headDots, turned.height);
    draw(turned, { onto: whole, left: 0, top: 0, isReverse: false });
    return { raster: whole, copies, isCut, isReprinted };
  }

  /** Obeys one command; the end of a label gives it. */
  function obey({ name, parameters }: ZplCommand): LaidOut | null {
    const [first = '', second = ''] = parameters.split(',');
    const [number, other] = [Number.parseInt(first, 10) || 0, Number.parseInt(second, 10) || 0];
    switch (name) {
      case '^XA':
        fields = [];
        copies = 1;
        origin = { x: 0, y: 0 };
        isFieldReverse = false;
        return null;
      case '^XZ':
        return fields === null ? null : finish();
      case '^FO':
        origin = { x: number, y: other };
        return null;
      case '^FS':
        isFieldReverse = false;
        return null;
      case '^FR':
        isFieldReverse = true;
        return null;
      case '^GF':
        place(readGraphicField(parameters));
        return null;
      case '^GB':
        place(drawBox(parameters));
        return null;
      case '^PQ':
        copies = Math.max(number, 1);
        return null;
      default:
        change(name, { first, number, other });
        return null;
    }
  }

  function change(name: string, { first, number, other }: { first: string; number: number; other: number }): void {
    if (name === '^LH') settings = { ...settings, left: number, top: other };
    if (name === '^LS') settings.shift = number;
    if (name === '^LT') settings.down = number;
    if (name === '^LL') settings.length = number;
    if (name === '^PW') settings.width = number;
    if (name === '^PO') settings.isUpsideDown = first === 'I';
    if (name === '^PM') settings.isMirrored = first === 'Y';
    if (name === '^LR') settings.isReversed = first === 'Y';
    if (name === '^MN') settings.isRoll = first === 'N';
    if (name === '^MM') settings.isCut = first === 'C';
    if (name === '^JZ') settings.isReprinted = first !== 'N';
  }

  return {
    obey,
    /** A label was begun and has not ended. */
    isInLabel: () => fields !== null,
    brokenFields: () => broken,
    abandon(): void {
      fields = null;
    },
    powerOn(): void {
      fields = null;
      settings = { ...usualSettings, width: headDots };
    },
  };
}

function turn(raster: Raster, { isUpsideDown, isMirrored }: { isUpsideDown: boolean; isMirrored: boolean }): Raster {
  if (!isUpsideDown && !isMirrored) return raster;
  const { width, height } = raster;
  const turned = createRaster(width, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (isBlack(raster, x, y))
        setBlack(turned, isUpsideDown !== isMirrored ? width - 1 - x : x, isUpsideDown ? height - 1 - y : y);
  return turned;
}

/** `^GB` width, height, thickness, colour. */
function drawBox(parameters: string): Raster {
  const [w = '', h = '', t = '', color = 'B'] = parameters.split(',');
  const thickness = Math.max(Number.parseInt(t, 10) || 1, 1);
  const width = Math.max(Number.parseInt(w, 10) || 1, thickness);
  const height = Math.max(Number.parseInt(h, 10) || 1, thickness);
  const box = createRaster(width, height);
  if (color.toUpperCase() === 'W') return box;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (x < thickness || y < thickness || x >= width - thickness || y >= height - thickness) setBlack(box, x, y);
  return box;
}
