import { bytesPerRow, isBlack, setBlack, type Raster } from '../../../domain/raster.ts';

/** How much larger the printer makes each dot of a band: `GS v 0` m = 0, 2 (double height) and 3 (double width and height). */
export interface Scale {
  readonly mode: 0 | 2 | 3;
  readonly across: 1 | 2;
  readonly down: 1 | 2;
}

export const scales: readonly Scale[] = [
  { mode: 0, across: 1, down: 1 },
  { mode: 2, across: 1, down: 2 },
  { mode: 3, across: 2, down: 2 },
];

export interface Halves {
  /** Whether the rows that a row of this scale becomes are in the picture, dot for dot. */
  readonly fits: (row: number, scale: Scale) => boolean;
  /** The bytes to send for it, also the white ones at its end. */
  readonly bytes: (row: number, scale: Scale) => Uint8Array;
  /** How many of them there are up to the last black dot. */
  readonly inked: (row: number, scale: Scale) => number;
}

/** What makes a real-time command after `DLE`. */
export const realTimeSeconds: ReadonlySet<number> = new Set([0x04, 0x05, 0x14]);

/** The rows of a picture as they would be sent at each scale. */
export function halve(raster: Raster): Halves {
  const rowBytes = bytesPerRow(raster.width);
  const rows = Array.from({ length: raster.height }, (_, row) =>
    raster.bits.subarray(row * rowBytes, (row + 1) * rowBytes),
  );
  const inked = rows.map(countInked);
  const isTwice = rows.map((row, index) => {
    const next = rows[index + 1];
    return next !== undefined && Buffer.compare(row, next) === 0;
  });
  const narrow = rows.map((row) => squeeze(row));
  return {
    fits: (row, { across, down }) => (down === 1 || isTwice[row] === true) && (across === 1 || narrow[row] !== null),
    bytes: (row, { across }) => (across === 1 ? rows[row] : narrow[row]) ?? new Uint8Array(),
    inked: (row, { across }) => Math.ceil((inked[row] ?? 0) / across),
  };
}

function countInked(row: Uint8Array): number {
  let count = row.length;
  while (count > 0 && row[count - 1] === 0) count -= 1;
  return count;
}

/** Every second dot of a row, or null where dots do not come in pairs. */
function squeeze(row: Uint8Array): Uint8Array | null {
  const narrow = new Uint8Array(Math.ceil(row.length / 2));
  for (const [index, byte] of row.entries()) {
    if (((byte >> 1) & 0x55) !== (byte & 0x55)) return null;
    const half = ((byte & 0x80) >> 4) | ((byte & 0x20) >> 3) | ((byte & 0x08) >> 2) | ((byte & 0x02) >> 1);
    narrow[index >> 1] = (narrow[index >> 1] ?? 0) | (index % 2 === 0 ? half << 4 : half);
  }
  return mayHoldRealTimeCommand(narrow) ? null : narrow;
}

/** Also with the end of the row above. The dot that breaks such a run would be four here, where there may be no run at full size. */
function mayHoldRealTimeCommand(row: Uint8Array): boolean {
  return row.some((byte, index) => realTimeSeconds.has(byte) && (index === 0 || row[index - 1] === 0x10));
}

/** Adds what the printer makes of a row of bytes to a row of a picture. */
export function expand({
  bytes,
  scale,
  into,
  row,
}: {
  bytes: Uint8Array;
  scale: Scale;
  into: Raster;
  row: number;
}): void {
  const rowBytes = bytesPerRow(into.width);
  if (scale.across === 1) {
    into.bits.set(bytes, row * rowBytes);
    return;
  }
  const narrow: Raster = { width: bytes.length * 8, height: 1, bits: bytes };
  for (let x = 0; x < into.width; x += 1) if (isBlack(narrow, x >> 1, 0)) setBlack(into, x, row);
}
