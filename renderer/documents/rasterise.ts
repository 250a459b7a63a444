import { snapdom } from '@zumer/snapdom';
import type { Media } from '../../domain/print-job.ts';
import { fromRgba, type Raster } from '../../domain/raster.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { whenLaidOut } from './lay-out.ts';

/**
 * A document as dots, exactly `media.widthDots` wide, whatever the screen's pixel ratio and however small its preview. Waits until it is
 * laid out in its own fonts.
 */
export async function rasterise(node: HTMLElement, media: Media): Promise<Result<Raster, 'raster-failed'>> {
  if (!(await whenLaidOut(node))) return err('raster-failed');
  try {
    const canvas = await snapdom.toCanvas(node, { scale: 1, dpr: 1, backgroundColor: '#ffffff', embedFonts: true });
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
    if (pixels === undefined || width !== media.widthDots || height === 0) return err('raster-failed');
    return ok(fromRgba(pixels, width, height));
  } catch {
    return err('raster-failed');
  }
}
