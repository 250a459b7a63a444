import { isStopped, type Trouble } from '../paper.ts';

const bit = (value: number, isSet: boolean): number => (isSet ? value : 0);

/** The nine bytes of automatic status of a model with a counter of `ETB`. */
export function automaticStatus(trouble: Trouble, etb: { counter: number; has: boolean }): Uint8Array {
  const { paperOut, paperLow, coverOpen, cutter, overheated } = trouble;
  return Uint8Array.of(
    // Nine bytes: 8 as bit 5, 1 as bit 1.
    0x23,
    0x06,
    bit(0x08, isStopped(trouble)) | bit(0x20, coverOpen) | bit(0x02, etb.has),
    bit(0x08, cutter) | bit(0x40, overheated),
    0,
    bit(0x0c, paperOut) | bit(0x04, paperLow),
    0,
    ((etb.counter & 0x07) << 1) | ((etb.counter & 0x18) << 2),
    0,
  );
}
