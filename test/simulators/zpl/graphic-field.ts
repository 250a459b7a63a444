import { inflateSync } from 'node:zlib';
import { bytesPerRow, type Raster } from '../../../domain/raster.ts';

const hexDigits = /[0-9A-F]/iu;

/** Reads the parameters of `^GF`: hexadecimal with Zebra's run lengths, binary, `:B64:` or `:Z64:`. Null where they are broken. */
export function readGraphicField(parameters: string): Raster | null {
  const head = /^([ABC]),(\d*),(\d+),(\d+),/iu.exec(parameters);
  if (head === null) return null;
  const [total, rowBytes] = [Number(head[3]), Number(head[4])];
  const data = parameters.slice(head[0].length);
  const bits = head[1]?.toUpperCase() === 'B' ? Buffer.from(data, 'latin1') : readText(data, total, rowBytes);
  if (bits === null || rowBytes === 0) return null;
  const height = Math.ceil(total / rowBytes);
  const whole = new Uint8Array(height * rowBytes);
  whole.set(bits.subarray(0, whole.length));
  return { width: rowBytes * 8, height, bits: whole };
}

function readText(data: string, total: number, rowBytes: number): Uint8Array | null {
  const packed = /^:(Z64|B64):([A-Za-z0-9+/=]*):([0-9A-F]{4})$/iu.exec(data);
  if (packed === null)
    return data.startsWith(':Z64') || data.startsWith(':B64') ? null : readRuns(data, total, rowBytes);
  const letters = packed[2] ?? '';
  if (Number.parseInt(packed[3] ?? '', 16) !== checkLetters(letters)) return null;
  try {
    const bytes = Buffer.from(letters, 'base64');
    return packed[1]?.toUpperCase() === 'Z64' ? inflateSync(bytes) : bytes;
  } catch {
    return null;
  }
}

/** CRC-16 as XMODEM has it, by the long division of its definition. */
function checkLetters(letters: string): number {
  let rest = 0;
  for (const byte of [...Buffer.from(letters, 'latin1'), 0, 0]) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const isOver = (rest & 0x8000) !== 0;
      rest = ((rest << 1) | ((byte >> bit) & 1)) & 0xffff;
      if (isOver) rest ^= 0x1021;
    }
  }
  return rest;
}

/** Digits with run lengths: `G` to `Y` 1 to 19, `g` to `z` 20 to 400; `,` the rest of a row is 0, `!` it is 1, `:` as the row above. */
function readRuns(data: string, total: number, rowBytes: number): Uint8Array {
  const rowDigits = rowBytes * 2;
  let digits = '';
  let count = 0;
  for (const letter of data) {
    if (digits.length >= total * 2) break;
    const left = rowDigits - (digits.length % rowDigits);
    if (letter >= 'G' && letter <= 'Y') count += letter.charCodeAt(0) - 70;
    else if (letter >= 'g' && letter <= 'z') count += (letter.charCodeAt(0) - 102) * 20;
    else if (hexDigits.test(letter)) {
      digits += letter.repeat(Math.max(count, 1));
      count = 0;
    } else if (letter === ',' || letter === '!') digits += (letter === ',' ? '0' : 'F').repeat(left);
    else if (letter === ':') digits += digits.length < rowDigits ? '0'.repeat(rowDigits) : digits.slice(-rowDigits);
  }
  return Buffer.from(digits.padEnd(total * 2, '0'), 'hex');
}

/** Draws one picture into another, dot by dot where there is one. */
export function draw(field: Raster, options: { onto: Raster; left: number; top: number; isReverse: boolean }): void {
  const rowBytes = bytesPerRow(field.width);
  for (let index = 0; index < field.bits.length; index += 1) {
    const byte = field.bits[index] ?? 0;
    if (byte === 0) continue;
    const y = options.top + Math.floor(index / rowBytes);
    const x = options.left + (index % rowBytes) * 8;
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) drawDot({ ...options, x: x + bit, y });
  }
}

function drawDot({ onto, x, y, isReverse }: { onto: Raster; x: number; y: number; isReverse: boolean }): void {
  if (x < 0 || y < 0 || x >= onto.width || y >= onto.height) return;
  const index = y * bytesPerRow(onto.width) + (x >> 3);
  const dot = 0x80 >> (x & 7);
  const before = onto.bits[index] ?? 0;
  onto.bits[index] = isReverse ? before ^ dot : before | dot;
}
