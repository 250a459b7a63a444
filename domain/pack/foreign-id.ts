import { toDigest } from './make-id.ts';

const longest = 64;

/** The id that something has elsewhere, as an id of ours: a character that cannot stand becomes a dash, a long one ends in a digest. */
export function fitForeignId(written: string, stamp?: string): string {
  const end = stamp === undefined ? '' : `-${stamp.replace(/[-:]/g, '')}`;
  const plain = written.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+|-+$/g, '');
  const isLossy = plain === '' || plain.length + end.length > longest || /[^\x20-\x7e]/.test(written);
  return isLossy
    ? `${plain.slice(0, 24).replace(/-+$/, '')}${plain === '' ? 'e' : ''}-${toDigest(written)}${end}`
    : `${plain}${end}`;
}
