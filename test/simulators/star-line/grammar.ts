/** One command of the stream, or a byte that is none, as the printer takes it off its receive buffer. */
export interface StarCommand {
  /** As in Star's specifications: `ESC * r A`, `b`, `ETB`; `NUL` (a run of them), or `unknown`. */
  readonly name: string;
  /** Of its first byte, counted from the printer's start. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

type Taken = Omit<StarCommand, 'offset'>;

const controls: Readonly<Record<number, string>> = { 0x0a: 'LF', 0x0c: 'FF', 0x0d: 'CR', 0x17: 'ETB', 0x18: 'CAN' };

/** By what follows ESC: name and whole length. */
const escapes: readonly { begins: readonly number[]; name: string; length: number }[] = [
  { begins: [0x40], name: 'ESC @', length: 2 },
  { begins: [0x64], name: 'ESC d', length: 3 },
  { begins: [0x06, 0x01], name: 'ESC ACK SOH', length: 3 },
  { begins: [0x06, 0x18], name: 'ESC ACK CAN', length: 3 },
  { begins: [0x0c, 0x00], name: 'ESC FF NUL', length: 3 },
  { begins: [0x0c, 0x04], name: 'ESC FF EOT', length: 3 },
  { begins: [0x1e, 0x61], name: 'ESC RS a', length: 4 },
  { begins: [0x1e, 0x45], name: 'ESC RS E', length: 4 },
  { begins: [0x1d, 0x03], name: 'ESC GS ETX', length: 6 },
];

/** `ESC * r` and these letters end there; all others have a number as digits up to NUL. */
const bareRaster = 'RABC';

/**
 * Takes the first command off the stream; null as long as it is not all there.
 * @param isRaster in raster mode, where `b` and `k` are rows
 */
export function takeCommand(stream: Uint8Array, isRaster: boolean): Taken | null {
  const [first] = stream;
  if (first === undefined) return null;
  if (first === 0) {
    const end = stream.findIndex((byte) => byte !== 0);
    return { name: 'NUL', bytes: stream.subarray(0, end === -1 ? stream.length : end) };
  }
  if (isRaster && (first === 0x62 || first === 0x6b)) return takeRow(stream, String.fromCharCode(first));
  if (first === 0x1b) return takeEscape(stream);
  const control = controls[first];
  return { name: control ?? 'unknown', bytes: stream.subarray(0, 1) };
}

function takeRow(stream: Uint8Array, name: string): Taken | null {
  const [, low, high] = stream;
  if (low === undefined || high === undefined) return null;
  const length = 3 + low + high * 256;
  return stream.length < length ? null : { name, bytes: stream.subarray(0, length) };
}

function takeEscape(stream: Uint8Array): Taken | null {
  const rest = stream.subarray(1);
  if (rest[0] === 0x2a) return takeRasterCommand(stream);
  const possible = escapes.filter(({ begins }) => begins.every((byte, index) => (rest[index] ?? byte) === byte));
  const [known] = possible;
  if (known === undefined) return { name: 'unknown', bytes: stream.subarray(0, Math.min(2, stream.length)) };
  if (possible.length > 1 || stream.length < known.length) return null;
  return { name: known.name, bytes: stream.subarray(0, known.length) };
}

function takeRasterCommand(stream: Uint8Array): Taken | null {
  if (stream.length < 4) return null;
  if (stream[2] !== 0x72) return { name: 'unknown', bytes: stream.subarray(0, 2) };
  const letter = String.fromCharCode(stream[3] ?? 0);
  if (bareRaster.includes(letter)) return { name: `ESC * r ${letter}`, bytes: stream.subarray(0, 4) };
  const letters = letter === 'm' ? 2 : 1;
  const end = stream.indexOf(0, 3 + letters);
  if (end === -1) return null;
  const name = Buffer.from(stream.subarray(3, 3 + letters)).toString('latin1');
  const digits = Buffer.from(stream.subarray(3 + letters, end)).toString('latin1');
  const isKnown = 'DEFPQTKYN'.includes(letter) || name === 'ml' || name === 'mr';
  return {
    name: isKnown && /^\d{1,255}$/.test(digits) ? `ESC * r ${name}` : 'unknown',
    bytes: stream.subarray(0, end + 1),
  };
}

/** The number of an `ESC * r` command. */
export function numberOf({ bytes }: Pick<StarCommand, 'bytes'>): number {
  return Number(/\d+/u.exec(Buffer.from(bytes).toString('latin1'))?.[0] ?? 0);
}
