import { encode } from 'uqr';
import { bytesPerRow, createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import type { EscposCommand } from './grammar.ts';

/** What a command moves: rows to burn from the top (each `ceil(width / 8)` bytes), then perhaps a cut. */
export interface Laid {
  readonly rows: readonly Uint8Array[];
  readonly cut: boolean;
}

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly isBlack: (x: number, y: number) => boolean;
}

/** A character cell of font A, dots. There are no fonts here: a character is a frame, so that text can be seen but not read. */
const cell = { width: 12, height: 24 };
const usualLineSpacing = 30;

const nothing: Laid = { rows: [], cut: false };

function startingState(widthDots: number) {
  return {
    left: 0,
    areaWidth: widthDots,
    alignment: 0,
    widthScale: 1,
    heightScale: 1,
    lineSpacing: usualLineSpacing,
    x: 0,
    cells: [] as Cell[],
    graphics: [] as Picture[],
    qrDots: 3,
    qrText: '',
  };
}

/** Lays out standard mode. Page mode, barcodes and user-defined images are taken off the stream and not drawn. */
export function createLayout(widthDots: number) {
  let state = startingState(widthDots);

  function flushLine(): Uint8Array[] {
    const { cells, x: used } = state;
    const tallest = Math.max(0, ...cells.map(({ height }) => height));
    const height = Math.max(tallest, state.lineSpacing);
    const shift = alignedLeft(used);
    const rows = draw({
      width: widthDots,
      height,
      isBlack: (x, y) =>
        cells.some((one) => {
          const [inX, inY] = [x - shift - one.x, y - (tallest - one.height)];
          if (inX < 1 || inY < 2 || inX >= one.width - 1 || inY >= one.height - 2) return false;
          return inX < 3 || inX >= one.width - 3 || inY < 4 || inY >= one.height - 4;
        }),
    });
    state.cells = [];
    state.x = 0;
    return rows;
  }

  function alignedLeft(used: number): number {
    return state.left + Math.max(0, Math.floor(((state.areaWidth - used) * state.alignment) / 2));
  }

  function draw({ width, height, isBlack }: Picture, left = 0): Uint8Array[] {
    const raster = createRaster(widthDots, height);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width && left + x < widthDots; x += 1) {
        if (isBlack(x, y)) setBlack(raster, left + x, y);
      }
    }
    return rowsOf(raster);
  }

  function addText(bytes: Uint8Array): Uint8Array[] {
    const rows: Uint8Array[] = [];
    for (const byte of bytes) {
      const [width, height] = [cell.width * state.widthScale, cell.height * state.heightScale];
      if (state.x + width > state.areaWidth && state.cells.length > 0) rows.push(...flushLine());
      if (byte !== 0x20) state.cells.push({ x: state.x, width, height });
      state.x += width;
    }
    return rows;
  }

  function printPicture(picture: Picture): Laid {
    const pending = state.cells.length > 0 ? flushLine() : [];
    return { rows: [...pending, ...draw(picture, alignedLeft(picture.width))], cut: false };
  }

  function graphicsCommand(bytes: Uint8Array): Laid {
    const start = bytes[1] === 0x38 ? 7 : 5;
    const parameters = bytes.subarray(start);
    const [, operation = 0, , scaleX = 1, scaleY = 1, , widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] =
      parameters;
    if (operation === 112) {
      const [width, height] = [widthLow + widthHigh * 256, heightLow + heightHigh * 256];
      state.graphics.push(bitPicture({ width, height, bits: parameters.subarray(10), scaleX, scaleY }));
      return nothing;
    }
    if (operation !== 2 && operation !== 50) return nothing;
    const laid = state.graphics.splice(0).map(printPicture);
    return { rows: laid.flatMap(({ rows }) => rows), cut: false };
  }

  function symbolCommand(bytes: Uint8Array): Laid {
    const [kind, operation, first = 0] = bytes.subarray(5);
    if (kind !== 49) return nothing;
    if (operation === 67) state.qrDots = first;
    if (operation === 80) state.qrText = Buffer.from(bytes.subarray(8)).toString('latin1');
    if (operation !== 81 || state.qrText === '') return nothing;
    const { data, size } = encode(state.qrText, { border: 0 });
    const dots = state.qrDots;
    const isBlack = (x: number, y: number) => data[Math.floor(y / dots)]?.[Math.floor(x / dots)] === true;
    return printPicture({ width: size * dots, height: size * dots, isBlack });
  }

  function feed(rows: number): Laid {
    const pending = state.cells.length > 0 ? flushLine() : [];
    return { rows: [...pending, ...rowsOf(createRaster(widthDots, Math.max(0, rows - pending.length)))], cut: false };
  }

  return function layOut({ name, bytes }: EscposCommand): Laid {
    const [, , third = 0, fourth = 0] = bytes;
    switch (name) {
      case 'ESC @':
        state = startingState(widthDots);
        return nothing;
      case 'text':
        return { rows: addText(bytes), cut: false };
      case 'LF':
        return { rows: flushLine(), cut: false };
      case 'ESC d':
        return feed(third * state.lineSpacing);
      case 'ESC J':
        return feed(third);
      case 'GS v 0':
        return printPicture(rasterPicture(bytes));
      case 'GS ( L':
      case 'GS 8 L':
        return graphicsCommand(bytes);
      case 'GS ( k':
        return symbolCommand(bytes);
      case 'GS V':
        return { rows: feed(third < 65 ? 0 : fourth).rows, cut: true };
      case 'ESC i':
      case 'ESC m':
        return { rows: feed(0).rows, cut: true };
      default:
        setMode({ name, third, fourth });
        return nothing;
    }
  };

  function setMode({ name, third, fourth }: { name: string; third: number; fourth: number }): void {
    if (name === 'ESC a') state.alignment = third % 48;
    if (name === 'ESC 2') state.lineSpacing = usualLineSpacing;
    if (name === 'ESC 3') state.lineSpacing = third;
    if (name === 'GS L') state.left = third + fourth * 256;
    if (name === 'GS W') state.areaWidth = third + fourth * 256;
    if (name === 'ESC $') state.x = third + fourth * 256;
    if (name === 'ESC \\') state.x += ((third + fourth * 256) << 16) >> 16;
    if (name === 'GS !') [state.widthScale, state.heightScale] = [(third >> 4) + 1, (third & 15) + 1];
    if (name === 'ESC !') [state.widthScale, state.heightScale] = [third & 0x20 ? 2 : 1, third & 0x10 ? 2 : 1];
  }
}

function rasterPicture(bytes: Uint8Array): Picture {
  const [mode = 0, widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = bytes.subarray(3);
  const [scaleX, scaleY] = [mode & 1 ? 2 : 1, mode & 2 ? 2 : 1];
  const width = (widthLow + widthHigh * 256) * 8;
  return bitPicture({ width, height: heightLow + heightHigh * 256, bits: bytes.subarray(8), scaleX, scaleY });
}

function bitPicture({ width, height, bits, scaleX, scaleY }: Raster & { scaleX: number; scaleY: number }): Picture {
  const rowBytes = bytesPerRow(width);
  return {
    width: width * scaleX,
    height: height * scaleY,
    isBlack(x, y) {
      const column = Math.floor(x / scaleX);
      const byte = bits[Math.floor(y / scaleY) * rowBytes + (column >> 3)] ?? 0;
      return (byte & (0x80 >> (column & 7))) !== 0;
    },
  };
}

function rowsOf({ width, height, bits }: Raster): Uint8Array[] {
  const rowBytes = bytesPerRow(width);
  return Array.from({ length: height }, (_, row) => bits.slice(row * rowBytes, (row + 1) * rowBytes));
}
