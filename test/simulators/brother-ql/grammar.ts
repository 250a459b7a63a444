/** One command of the stream, as the printer takes it off its receive buffer. */
export interface QlCommand {
  /** `NUL` (a run of them), `ESC @`, `ESC i z`, `g`, `Z`, `M`, `FF`, `SUB`; or `unknown`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How many bytes follow a command of `ESC i` (Raster Command Reference QL-800/810W/820NWB, 3 "Print Command List"). */
const parameters: Record<string, number> = { S: 0, a: 1, '!': 1, z: 10, M: 1, A: 1, K: 1, d: 2 };

/** The command at the front of the bytes, or null while it is not all there. */
export function takeCommand(bytes: Uint8Array): QlCommand | null {
  const [first, second, third] = bytes;
  switch (first) {
    case undefined:
      return null;
    case 0x00: {
      const end = bytes.findIndex((byte) => byte !== 0);
      return cut('NUL', bytes, end === -1 ? bytes.length : end);
    }
    case 0x1b: {
      if (second === undefined) return null;
      if (second === 0x40) return cut('ESC @', bytes, 2);
      if (second !== 0x69) return cut('unknown', bytes, 2);
      if (third === undefined) return null;
      const letter = String.fromCharCode(third);
      const count = parameters[letter];
      return count === undefined ? cut('unknown', bytes, 3) : cut(`ESC i ${letter}`, bytes, 3 + count);
    }
    case 0x67:
      return third === undefined ? null : cut(second === 0 ? 'g' : 'unknown', bytes, 3 + third);
    case 0x4d:
      return cut('M', bytes, 2);
    case 0x5a:
      return cut('Z', bytes, 1);
    case 0x0c:
      return cut('FF', bytes, 1);
    case 0x1a:
      return cut('SUB', bytes, 1);
    default:
      return cut('unknown', bytes, 1);
  }
}

function cut(name: string, bytes: Uint8Array, length: number): QlCommand | null {
  return length > bytes.length ? null : { name, bytes: Uint8Array.from(bytes.subarray(0, length)) };
}
