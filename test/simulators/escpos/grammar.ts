/** One command of the stream, or a run of text, as the printer takes it off its receive buffer. */
export interface EscposCommand {
  /** As in Epson's reference: `GS v 0`, `ESC @`; `text`, `NUL` (a run of them), or `unknown`. */
  readonly name: string;
  /** Of its first byte, counted from the printer's start. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** How long a command is: a count of bytes, or null as long as the bytes that say so are not all there. */
type Length = (bytes: Uint8Array) => number | null;

const fixed =
  (length: number): Length =>
  () =>
    length;

function word(bytes: Uint8Array, at: number): number | null {
  const [low, high] = [bytes[at], bytes[at + 1]];
  return low === undefined || high === undefined ? null : low + high * 256;
}

/** `pL pH` at an offset say how many bytes follow them. */
const counted: Length = (bytes) => {
  const count = word(bytes, 3);
  return count === null ? null : 5 + count;
};

/** Up to and with NUL. */
const untilNul: Length = (bytes) => {
  const end = bytes.indexOf(0, 2);
  return end === -1 ? null : end + 1;
};

const byThird =
  (choose: (third: number) => number | Length): Length =>
  (bytes) => {
    const third = bytes[2];
    if (third === undefined) return null;
    const length = choose(third);
    return typeof length === 'number' ? length : length(bytes);
  };

const columns: Length = (bytes) => {
  const [mode, count] = [bytes[2], word(bytes, 3)];
  return mode === undefined || count === null ? null : 5 + count * (mode >= 32 ? 3 : 1);
};

const rasterData: Length = (bytes) => {
  const [width, rows] = [word(bytes, 4), word(bytes, 6)];
  return width === null || rows === null ? null : 8 + width * rows;
};

const longCount: Length = (bytes) => {
  const [low, high] = [word(bytes, 3), word(bytes, 5)];
  return low === null || high === null ? null : 7 + low + high * 65_536;
};

const barcode: Length = byThird((symbology) =>
  symbology < 65 ? untilNul : (bytes) => (bytes[3] === undefined ? null : 4 + bytes[3]),
);

const downloadedImage: Length = (bytes) => {
  const [x, y] = [bytes[2], bytes[3]];
  return x === undefined || y === undefined ? null : 4 + x * y * 8;
};

const realTime: Record<number, Length> = {
  0x04: byThird((number) => (number === 7 || number === 8 || number === 18 ? 4 : 3)),
  0x05: fixed(3),
  0x14: byThird((number) => ({ 1: 5, 2: 5, 3: 8, 7: 4, 8: 10 })[number] ?? 3),
};

function each(names: string, length: Length): Record<string, Length> {
  return Object.fromEntries([...names].map((name) => [name, length]));
}

const esc: Record<string, Length> = {
  ...each('@2<LSim\f', fixed(2)),
  ...each('! -%3=?EGJKMRTUVadertu{', fixed(3)),
  ...each('$\\cBf', fixed(4)),
  p: fixed(5),
  W: fixed(10),
  '*': columns,
  D: untilNul,
  '(': counted,
};

const gs: Record<string, Length> = {
  ...each(':', fixed(2)),
  ...each('!BEHITabfhrw/', fixed(3)),
  ...each('$\\LPW', fixed(4)),
  '^': fixed(5),
  g: fixed(6),
  V: byThird((mode) => (mode < 65 ? 3 : 4)),
  '(': counted,
  '8': longCount,
  '*': downloadedImage,
  k: barcode,
  v: rasterData,
};

const fs: Record<string, Length> = {
  ...each('&.', fixed(2)),
  ...each('!-CW', fixed(3)),
  ...each('Sp', fixed(4)),
  '(': counted,
};

const escapes: Record<number, { readonly name: string; readonly lengths: Record<string, Length> }> = {
  0x1b: { name: 'ESC', lengths: esc },
  0x1c: { name: 'FS', lengths: fs },
  0x1d: { name: 'GS', lengths: gs },
};

const controls: Record<number, string> = { 0x09: 'HT', 0x0a: 'LF', 0x0c: 'FF', 0x0d: 'CR', 0x18: 'CAN' };
const realTimeNames: Record<number, string> = { 0x04: 'DLE EOT', 0x05: 'DLE ENQ', 0x14: 'DLE DC4' };

/**
 * The command at the front of the bytes, or null while it is not all there. What no printer of the reference knows comes out as
 * `unknown`, with the two bytes that it would skip.
 */
export function takeCommand(bytes: Uint8Array): Omit<EscposCommand, 'offset'> | null {
  const [first, second] = bytes;
  if (first === undefined) return null;
  if (first === 0)
    return named(
      'NUL',
      bytes,
      runLength(bytes, (byte) => byte === 0),
    );
  if (first >= 0x20)
    return named(
      'text',
      bytes,
      runLength(bytes, (byte) => byte >= 0x20),
    );
  const control = controls[first];
  if (control !== undefined) return named(control, bytes, 1);
  const escape = escapes[first];
  if (first !== 0x10 && escape === undefined) return named('unknown', bytes, 1);
  if (second === undefined) return null;
  if (escape === undefined) return measured(realTimeNames[second], bytes, realTime[second]);
  const letter = String.fromCharCode(second);
  return measured(commandName(escape.name, letter, bytes), bytes, escape.lengths[letter]);
}

function measured(
  name: string | undefined,
  bytes: Uint8Array,
  length: Length | undefined,
): Omit<EscposCommand, 'offset'> | null {
  if (name === undefined || length === undefined) return named('unknown', bytes, 2);
  const count = length(bytes);
  return count === null || count > bytes.length ? null : named(name, bytes, count);
}

function commandName(prefix: string, letter: string, bytes: Uint8Array): string {
  const third = String.fromCharCode(bytes[2] ?? 0);
  if (letter === '(' || (prefix === 'GS' && letter === '8')) return `${prefix} ${letter} ${third}`;
  if (prefix === 'GS' && letter === 'v') return 'GS v 0';
  return `${prefix} ${letter === '\f' ? 'FF' : letter === ' ' ? 'SP' : letter}`;
}

function runLength(bytes: Uint8Array, belongs: (byte: number) => boolean): number {
  const end = bytes.findIndex((byte) => !belongs(byte));
  return end === -1 ? bytes.length : end;
}

function named(name: string, bytes: Uint8Array, length: number): Omit<EscposCommand, 'offset'> {
  return { name, bytes: new Uint8Array(bytes.subarray(0, length)) };
}
