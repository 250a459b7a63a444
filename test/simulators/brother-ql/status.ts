import { isStopped, type Trouble } from '../paper.ts';

export interface Roll {
  readonly widthMillimetres: number;
  /** 0: continuous. */
  readonly lengthMillimetres: number;
}

export interface Situation {
  readonly kind: 'reply' | 'completed' | 'error' | 'notification' | 'phase';
  readonly trouble: Trouble;
  readonly roll: Roll;
  readonly modelCode: number;
  readonly isPrinting: boolean;
  /** The roll is another than the job was for. */
  readonly isWrongRoll: boolean;
  readonly notification?: number;
}

const kinds = { reply: 0x00, completed: 0x01, error: 0x02, notification: 0x05, phase: 0x06 } as const;

/** The 32 bytes of a status. */
export function describeStatus(situation: Situation): Uint8Array {
  const { kind, trouble, roll, modelCode, isPrinting, isWrongRoll, notification = 0 } = situation;
  const bytes = new Uint8Array(32);
  bytes.set([0x80, 0x20, 0x42, 0x34, modelCode, 0x30, 0x00, 0x00]);
  if (kind !== 'notification' || isStopped(trouble)) {
    bytes[8] = (trouble.paperOut ? 0x01 : 0) | (trouble.cutter ? 0x04 : 0);
    bytes[9] = (isWrongRoll ? 0x01 : 0) | (trouble.coverOpen ? 0x10 : 0);
  }
  const seesRoll = !trouble.coverOpen && !trouble.paperOut;
  bytes[10] = seesRoll ? roll.widthMillimetres : 0;
  bytes[11] = seesRoll ? (roll.lengthMillimetres === 0 ? 0x0a : 0x0b) : 0;
  bytes[14] = 0x3f;
  bytes[17] = seesRoll ? roll.lengthMillimetres : 0;
  bytes[18] = kinds[kind];
  bytes[19] = isPrinting ? 1 : 0;
  bytes[22] = notification;
  return bytes;
}
