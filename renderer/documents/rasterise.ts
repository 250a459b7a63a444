import { snapdom, type SnapdomOptions } from '@zumer/snapdom';
import type { Media } from '../../domain/print-job.ts';
import { fromRgba, type Raster, type Tint } from '../../domain/raster.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { whenLaidOut } from './lay-out.ts';

const options: SnapdomOptions = {
  scale: 1,
  dpr: 1,
  backgroundColor: '#ffffff',
  embedFonts: true,
  // A filter that is a function is snapdom's way not to keep captures: it held the last 64 sheets, 4 MB and a visitor's name each.
  filter: () => true,
};

/**
 * A document as dots, exactly `media.widthDots` wide, whatever the screen's pixel ratio and however small its preview. Waits until it is
 * laid out in its own fonts. The picture is the same dot for dot as what Chromium paints of the same node at full size.
 * @param node a document or what holds one; it must be rendered, if only outside of the window
 */
export async function rasterise(node: HTMLElement, media: Media): Promise<Result<Raster, 'raster-failed'>> {
  const sheet = node.matches('.document') ? node : node.querySelector<HTMLElement>('.document');
  if (sheet === null || !(await whenLaidOut(sheet))) return err('raster-failed');
  await afterNextPaint();
  try {
    const capture = await snapdom(sheet, options);
    // A font file that could not be read stays a link, and its text would come out in a font of the machine.
    if (capture.url.includes('.woff2')) return err('raster-failed');
    const canvas = await capture.toCanvas();
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
    if (pixels === undefined || width !== media.widthDots || height === 0) return err('raster-failed');
    const tints = readTints(sheet);
    return ok({ ...fromRgba(pixels, width, height), ...(tints.length > 0 && { tints }) });
  } catch {
    return err('raster-failed');
  }
}

/** A raster as JSON carries it. */
export function toDots({ width, height, bits, tints }: Raster) {
  return { width, height, bits: bits.toBase64(), ...(tints && { tints: [...tints] }) };
}

/** What of a document is printed in a colour where there are colours: its dots are black everywhere else. */
function readTints(sheet: HTMLElement): Tint[] {
  return [...sheet.querySelectorAll<HTMLElement>('[data-tint]')].map((element) => ({
    top: element.offsetTop - sheet.offsetTop,
    height: element.offsetHeight,
    colour: element.dataset['tint'] ?? '#000000',
  }));
}

/**
 * Forgets what earlier sheets left (snapdom keeps the font slices of each, 2 MB a visitor, under the letters of their names), and rasterises
 * a line of text, so that the next visitor does not wait for what every sheet needs: the list of font slices and the slices of Latin and
 * the commonest Han. Call it between two visits.
 */
export async function prepareRasteriser(): Promise<void> {
  const sheet = document.createElement('div');
  sheet.className = 'document';
  sheet.textContent = 'Aa 1234567890 · 陳大文 陈大文';
  sheet.style.cssText = 'position: fixed; left: -9999px; top: 0; width: 400px';
  document.body.append(sheet);
  try {
    await document.fonts.load(`16px ${getComputedStyle(sheet).fontFamily}`, sheet.textContent);
    // Empties the caches before it fills them.
    await snapdom.toCanvas(sheet, { ...options, cache: 'disabled' });
  } catch {
    // The first badge then takes the time that this would have saved.
  } finally {
    sheet.remove();
  }
}

/** Copying a document takes the main thread 40 to 70 ms, and the screen that shows it comes first. A window that is not painted waits no longer. */
function afterNextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const unpainted = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(unpainted);
      // In the frame's own callback it would still come before the paint.
      setTimeout(resolve);
    });
  });
}
