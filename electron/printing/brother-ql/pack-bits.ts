/** Longest run and longest stretch of one PackBits step. */
const stepBytesAtMost = 128;

/** PackBits (TIFF 6.0, section 9): a count from 0 to 127 before so many bytes and one, or 257 less a count before a byte that repeats. */
export function packBits(bytes: Uint8Array): Uint8Array {
  const packed: number[] = [];
  let stretch: number[] = [];
  function endStretch(): void {
    if (stretch.length > 0) packed.push(stretch.length - 1, ...stretch);
    stretch = [];
  }
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    let run = 1;
    while (run < stepBytesAtMost && at + run < bytes.length && bytes[at + run] === byte) run += 1;
    // A pair inside a stretch costs as much as in it.
    if (run > 2 || (run === 2 && stretch.length === 0)) {
      endStretch();
      packed.push(257 - run, byte);
    } else {
      for (let count = 0; count < run; count += 1) {
        if (stretch.length === stepBytesAtMost) endStretch();
        stretch.push(byte);
      }
    }
    at += run;
  }
  endStretch();
  return Uint8Array.from(packed);
}
