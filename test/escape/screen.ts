import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { runProgram } from './run-program.ts';

const run = promisify(execFile);

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly data: Buffer;
}

export interface Rectangle {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** What a camera before the screen would see. */
export async function takePicture(display: string): Promise<Picture> {
  const { stdout } = await run('import', ['-silent', '-window', 'root', 'png:-'], {
    env: { ...process.env, DISPLAY: display },
    encoding: 'buffer',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { width, height, data } = PNG.sync.read(stdout);
  return { width, height, data };
}

export function savePicture(file: string, { width, height, data }: Picture): void {
  const png = new PNG({ width, height });
  data.copy(png.data);
  writeFileSync(file, PNG.sync.write(png));
}

/** From 0 to 1: the part of the pixels that differ visibly. The pointer and a caret are far below a thousandth. */
export function compare(one: Picture, other: Picture): number {
  if (one.data.length !== other.data.length) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const distance = [0, 1, 2].reduce(
      (sum, part) => sum + Math.abs((one.data[at + part] ?? 0) - (other.data[at + part] ?? 0)),
      0,
    );
    if (distance > 48) different += 1;
  }
  return different / (one.data.length / 4);
}

/** Windows that can be seen, children of the root, larger than the invisible ones that programs keep to themselves. */
export async function listWindows(display: string): Promise<Rectangle[]> {
  const [below, roots] = await Promise.all([1, 0].map((depth) => searchWindows(display, depth)));
  const sized = await Promise.all(
    (below ?? [])
      .filter((id) => !roots?.includes(id))
      .map(async (id) => {
        const geometry = await runProgram('xdotool', ['getwindowgeometry', '--shell', id], display).catch(() => '');
        const read = (name: string) => Number(new RegExp(`^${name}=(\\d+)$`, 'mu').exec(geometry)?.[1] ?? 0);
        return { id, width: read('WIDTH'), height: read('HEIGHT') };
      }),
  );
  return sized.filter(({ width, height }) => width > 8 && height > 8);
}

async function searchWindows(display: string, depth: number): Promise<string[]> {
  const args = ['search', '--onlyvisible', '--maxdepth', String(depth), ''];
  // It fails when it finds none.
  const found = await runProgram('xdotool', args, display).catch(() => '');
  return found.split('\n').filter(Boolean);
}
