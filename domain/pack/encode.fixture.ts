import iconv from 'iconv-lite';
import type { Encoding } from './guess-encoding.ts';

const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  big5: 'big5hkscs',
  gb18030: 'gb18030',
};

/** A text as a program of its country saves it, without a byte order mark; null for what the encoding cannot write. */
export function encodeText(text: string, encoding: Encoding): Uint8Array | null {
  const bytes = iconv.encode(text, names[encoding], { addBOM: false });
  return iconv.decode(bytes, names[encoding], { stripBOM: false }) === text ? new Uint8Array(bytes) : null;
}
