import { writeFileSync } from 'node:fs';
import { encodePng } from '../../electron/printing/raster-png.ts';
import type { Sheet } from '../simulators/escpos/mechanism.ts';

/** Writes a sheet as `PATH.png`, as the bytes draw it, and as `PATH.bin`, the bytes. */
export function keepSheet({ raster, bytes }: Sheet, path: string): void {
  writeFileSync(`${path}.png`, encodePng(raster));
  writeFileSync(`${path}.bin`, bytes);
}
