/** One way in which a text may lie in a file. */
export interface Needle {
  readonly secret: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** UTF-8, UTF-16 in both orders, JSON's and an address's escapes, and base64 of UTF-8 and UTF-16LE wherever in its groups it begins. */
export function needlesOf(secret: string): Needle[] {
  const plain = Buffer.from(secret);
  const wide = Buffer.from(secret, 'utf16le');
  const escaped = secret.replace(/[^\x20-\x7e]/gu, (sign) => toEscapes(sign));
  const forms: [string, Buffer][] = [
    ['UTF-8', plain],
    ['UTF-16LE', wide],
    ['UTF-16BE', Buffer.from(wide).swap16()],
    ['JSON escapes', Buffer.from(escaped)],
    ['an address', Buffer.from(encodeURIComponent(secret))],
    ...[0, 1, 2].map((shift): [string, Buffer] => ['base64', encodeAt(plain, shift)]),
    ...[0, 1, 2].map((shift): [string, Buffer] => ['base64 of UTF-16LE', encodeAt(wide, shift)]),
  ];
  const seen = new Set<string>();
  return forms
    .filter(([, bytes]) => !seen.has(bytes.toString('latin1')) && seen.add(bytes.toString('latin1')))
    .map(([form, bytes]) => ({ secret, form, bytes }));
}

function toEscapes(sign: string): string {
  return [...Array(sign.length).keys()].map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
}

/** The signs that depend on the text alone, when so many bytes of a group of three stand before it. */
function encodeAt(bytes: Buffer, shift: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .replace(/=+$/u, '');
  const isCut = (shift + bytes.length) % 3 !== 0;
  return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, isCut ? -1 : undefined));
}
