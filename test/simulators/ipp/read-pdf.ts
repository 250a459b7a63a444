import { inflateSync } from 'node:zlib';
import { bytesPerRow, createRaster, type Raster } from '../../../domain/raster.ts';
import { copyDots } from './copy-dots.ts';

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer;
}

/**
 * The pages of a PDF of pictures, one picture each, as dots of a printer. Reads what Foyer writes and no more: whether others read it, too,
 * is for `pdftoppm` to say.
 */
export function readPdf(bytes: Uint8Array, dotsPerInch: number): Raster[] {
  const objects = readObjects(Buffer.from(bytes));
  const kids = [...find(objects, '/Type /Pages').dictionary.matchAll(/(\d+) 0 R/g)].map(([, kid]) => Number(kid));
  return kids.map((kid) => readPage(objects, { page: get(objects, kid), dotsPerInch }));
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  if (!text.startsWith('%PDF-1.') || !text.endsWith('%%EOF\n')) throw new Error('This is no PDF.');
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
  const rows = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  return new Map(
    rows.map((offset, index) => {
      const id = index + 1;
      if (!text.startsWith(`${String(id)} 0 obj\n`, offset))
        throw new Error(`Object ${String(id)} is not where xref says.`);
      const begin = text.indexOf('\n', offset) + 1;
      const streamAt = text.indexOf('stream\n', begin);
      const end = text.indexOf('endobj', begin);
      if (streamAt === -1 || streamAt > end) return [id, { dictionary: text.slice(begin, end), stream: Buffer.of() }];
      const dictionary = text.slice(begin, streamAt);
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
      const from = streamAt + 'stream\n'.length;
      return [id, { dictionary, stream: pdf.subarray(from, from + length) }];
    }),
  );
}

function readPage(
  objects: Map<number, PdfObject>,
  { page, dotsPerInch }: { page: PdfObject; dotsPerInch: number },
): Raster {
  const [, , width = 0, height = 0] = numbers(/\/MediaBox \[([^\]]*)\]/, page.dictionary);
  const contents = get(objects, reference('Contents', page));
  const [a = 0, , , d = 0, e = 0, f = 0] = numbers(/^q (.*) cm \/P Do Q$/, contents.stream.toString('latin1'));
  const picture = readPicture(get(objects, reference('P', page)));
  const dots = (points: number) => Math.round((points * dotsPerInch) / 72);
  if (dots(a) !== picture.width || dots(d) !== picture.height) throw new Error('The picture is not at its true size.');
  const sheet = createRaster(dots(width), dots(height));
  const [left, top] = [dots(e), sheet.height - dots(f) - picture.height];
  copyDots({ from: picture, to: sheet, right: left, down: top });
  return sheet;
}

function readPicture({ dictionary, stream }: PdfObject): Raster {
  const [width = 0] = numbers(/\/Width (\d+)/, dictionary);
  const [height = 0] = numbers(/\/Height (\d+)/, dictionary);
  const raster = createRaster(width, height);
  const rowBytes = bytesPerRow(width);
  const rows = inflateSync(stream);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < rowBytes; x += 1) {
      const above = y === 0 ? 0 : (raster.bits[(y - 1) * rowBytes + x] ?? 0);
      raster.bits[y * rowBytes + x] = ((rows[y * (rowBytes + 1) + 1 + x] ?? 0) + above) & 255;
    }
  }
  return raster;
}

function reference(name: string, { dictionary }: PdfObject): number {
  return Number(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1]);
}

function numbers(pattern: RegExp, text: string): number[] {
  return (pattern.exec(text)?.[1] ?? '').split(' ').map(Number);
}

function get(objects: Map<number, PdfObject>, id: number): PdfObject {
  const object = objects.get(id);
  if (object === undefined) throw new Error(`The PDF has no object ${String(id)}.`);
  return object;
}

function find(objects: Map<number, PdfObject>, type: string): PdfObject {
  const object = [...objects.values()].find(({ dictionary }) => dictionary.includes(type));
  if (object === undefined) throw new Error(`The PDF has no ${type}.`);
  return object;
}
