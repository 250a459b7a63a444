import { PNG } from 'pngjs';
import { isBlack, type Raster } from '../../domain/raster.ts';

/** The picture of a sheet: 8-bit greyscale, one pixel a dot, black on white. */
export function encodePng(raster: Raster): Buffer {
  const { width, height } = raster;
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      png.data.fill(isBlack(raster, x, y) ? 0 : 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
      png.data[(y * width + x) * 4 + 3] = 255;
    }
  }
  // Sheets are seen and thrown away: fast packing matters more than the last kilobyte.
  return PNG.sync.write(png, { colorType: 0, inputHasAlpha: true, deflateLevel: 3, filterType: 0 });
}
