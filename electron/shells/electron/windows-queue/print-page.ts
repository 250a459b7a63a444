import type { BrowserWindow, BrowserWindowConstructorOptions, WebContentsPrintOptions } from 'electron';
import { encodePng } from '../../../printing/raster-png.ts';
import type { Raster } from '../../../../domain/raster.ts';
import type { PageSize } from '../../../printing/queue/page-size.ts';

export interface PagesToPrint {
  /** Stands in the print queue; a number, never a name. */
  readonly title: string;
  readonly pages: readonly Raster[];
  readonly size: PageSize;
  readonly dotsPerInch: number;
  /** Windows' own name of the queue. */
  readonly deviceName: string;
}

/** A window that nobody sees, with nothing on it but pictures. Its session is kept in memory and shared with nobody. */
const hidden: BrowserWindowConstructorOptions = {
  show: false,
  focusable: false,
  webPreferences: {
    partition: 'foyer-print',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    javascript: false,
    webSecurity: true,
    devTools: false,
    backgroundThrottling: false,
  },
};

/** @returns whether Windows took the document */
export async function printPages(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  document: PagesToPrint,
): Promise<boolean> {
  const window = new Window(hidden);
  try {
    await window.loadURL(`data:text/html;base64,${Buffer.from(describePages(document)).toString('base64')}`);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    window.webContents.print(printOptions(document), resolve);
    return await promise;
  } catch {
    // Electron throws what it thinks of a page size; a page that does not load rejects.
    return false;
  } finally {
    window.destroy();
  }
}

function printOptions({ deviceName, size, dotsPerInch }: PagesToPrint): WebContentsPrintOptions {
  return {
    silent: true,
    deviceName,
    color: false,
    copies: 1,
    duplexMode: 'simplex',
    printBackground: true,
    margins: { marginType: 'none' },
    // Micrometres.
    pageSize: { width: size.width * 10, height: size.height * 10 },
    dpi: { horizontal: dotsPerInch, vertical: dotsPerInch },
  };
}

/** One picture a page, each dot as large as one of the printer's. */
export function describePages({ title, pages, size, dotsPerInch }: PagesToPrint): string {
  const inches = (dots: number) => `${String(dots / dotsPerInch)}in`;
  const millimetres = (hundredths: number) => `${String(hundredths / 100)}mm`;
  const [width, height] = [millimetres(size.width), millimetres(size.height)];
  const figures = pages.map((raster) => {
    const place = `left:${inches(size.leftDots)};top:${inches(size.topDots)}`;
    const extent = `width:${inches(raster.width)};height:${inches(raster.height)}`;
    return `<div><img style="${place};${extent}" src="data:image/png;base64,${encodePng(raster).toString('base64')}"></div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>${title}</title><style>
@page { size: ${width} ${height}; margin: 0 }
body { margin: 0 }
div { position: relative; width: ${width}; height: ${height}; overflow: hidden; break-after: page }
div:last-child { break-after: auto }
img { position: absolute; image-rendering: pixelated }
</style>${figures.join('')}`;
}
