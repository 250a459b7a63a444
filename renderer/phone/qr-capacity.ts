/**
 * Bytes that a QR code holds in byte mode at error correction level M, by version from 1 (ISO/IEC 18004:2015, table 7). M mends 15 %: a
 * line that a worn print head leaves white, or a fold.
 */
const bytesByVersion = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
] as const;

/** Modules along a side (ISO/IEC 18004:2015, 6.3.2). */
export function sideOf(version: number): number {
  return 17 + 4 * version;
}

/**
 * What one code may hold where a side has room for so many modules of the least size. Never more than version 20: its 97 modules are five
 * dots each on 72 mm paper, 0.6 mm, which a phone reads at arm's length.
 * @param side modules
 */
export function bytesWithin(side: number): number {
  return bytesByVersion.findLast((_, index) => sideOf(index + 1) <= side) ?? 0;
}
