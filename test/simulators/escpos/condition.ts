/**
 * What is wrong with the machine. It prints only while all of this is false, `paperLow` apart. `lying`: nothing comes out, and it does not know.
 */
export interface Condition {
  paperOut: boolean;
  paperLow: boolean;
  coverOpen: boolean;
  offline: boolean;
  cutter: boolean;
  overheated: boolean;
  lying: boolean;
}

export function createCondition(): Condition {
  return {
    paperOut: false,
    paperLow: false,
    coverOpen: false,
    offline: false,
    cutter: false,
    overheated: false,
    lying: false,
  };
}

function saysStopped({ paperOut, coverOpen, offline, cutter, overheated }: Condition): boolean {
  return paperOut || coverOpen || offline || cutter || overheated;
}

const bit = (value: number, isSet: boolean): number => (isSet ? value : 0);

export function isStopped(condition: Condition): boolean {
  return saysStopped(condition) || condition.lying;
}

/** The answer to `DLE EOT n`, Transmit real-time status. */
export function realTimeStatus(condition: Condition, number: number): number | null {
  const { paperOut, paperLow, coverOpen, cutter, overheated } = condition;
  switch (number) {
    case 1:
      return 0x12 | bit(0x08, saysStopped(condition));
    case 2:
      return 0x12 | bit(0x04, coverOpen) | bit(0x20, paperOut) | bit(0x40, cutter || overheated);
    case 3:
      return 0x12 | bit(0x08, cutter) | bit(0x40, overheated);
    case 4:
      return 0x12 | bit(0x0c, paperLow || paperOut) | bit(0x60, paperOut);
    default:
      return null;
  }
}

/** The four bytes of `GS a`, basic Automatic Status Back. */
export function automaticStatus(condition: Condition): readonly number[] {
  const { paperOut, paperLow, coverOpen, cutter, overheated } = condition;
  return [
    0x10 | bit(0x08, saysStopped(condition)) | bit(0x20, coverOpen),
    bit(0x08, cutter) | bit(0x40, overheated),
    bit(0x03, paperLow || paperOut) | bit(0x0c, paperOut),
    0x0f,
  ];
}

/** The answer to `GS r n`: 1 paper sensors, 2 drawer (closed), 4 ink (enough). */
export function statusInTurn({ paperOut, paperLow }: Condition, number: number): number {
  return number === 1 || number === 49 ? bit(0x03, paperLow || paperOut) | bit(0x0c, paperOut) : 0;
}
