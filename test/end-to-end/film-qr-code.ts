import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const width = 640;
const height = 480;
const frames = 5;
const module = 8;

/**
 * Writes a film of a QR code held before a camera, as Chromium takes it for one (`--use-file-for-fake-video-capture`): YUV4MPEG2, 4:2:0,
 * which it plays again and again.
 */
export function filmQrCode(path: string, text: string): void {
  const { data: rows, size } = encode(text, { border: 2 });
  const left = Math.floor((width - size * module) / 2);
  const top = Math.floor((height - size * module) / 2);
  const luma = Buffer.alloc(width * height, 200);
  for (let y = 0; y < size * module; y += 1) {
    for (let x = 0; x < size * module; x += 1) {
      const isDark = rows[Math.floor(y / module)]?.[Math.floor(x / module)] === true;
      luma[(top + y) * width + left + x] = isDark ? 30 : 230;
    }
  }
  const grey = Buffer.alloc((width * height) / 2, 128);
  const picture = [Buffer.from('FRAME\n'), luma, grey];
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(path, Buffer.concat([header, ...Array.from({ length: frames }, () => picture).flat()]));
}
