import { setTimeout as delay } from 'node:timers/promises';
import { bytesPerRow, type Raster } from '../../../domain/raster.ts';
import {
  automaticStatus,
  createCondition,
  isStopped,
  realTimeStatus,
  statusInTurn,
  type Condition,
} from './condition.ts';
import { takeCommand, type EscposCommand } from './grammar.ts';
import { createLayout } from './layout.ts';
import { createRealTimeEar, type RealTimeCommand } from './real-time.ts';

/** What lies between two cuts. A cut with nothing printed before it makes no sheet. */
export interface Sheet {
  readonly raster: Raster;
  /** The stream from the cut before to this cut. */
  readonly bytes: Uint8Array;
  /** `performance.now()` when the first byte that printed on it arrived, and the last byte of its cut. */
  readonly firstByteAt: number;
  readonly lastByteAt: number;
}

export type Skill = 'GS ( H' | 'GS a' | 'GS r' | 'DLE DC4';

export interface MechanismOptions {
  readonly widthDots: number;
  /** 0 prints as fast as it can. A real printer takes 0.4 (250 mm/s) to 1.6. */
  readonly millisecondsPerRow: number;
  /** Commands that this model does not know. */
  readonly lacks: readonly Skill[];
  readonly answer: (bytes: readonly number[]) => void;
  readonly onSheet: () => void;
}

/** Rows to burn before the paced printer looks at the clock. */
const rowsAtOnce = 8;

/** Paper, head, cutter and receive buffer: everything of the printer but its network. */
export function createMechanism({ widthDots, millisecondsPerRow, lacks, answer, onSheet }: MechanismOptions) {
  const condition = createCondition();
  const commands: EscposCommand[] = [];
  const sheets: Sheet[] = [];
  const rowActions: { row: number; action: () => void }[] = [];
  const counts = { bytes: 0, unknown: 0, realTimeInsideRaster: 0, rows: 0 };
  let layOut = createLayout(widthDots);
  let hear = createRealTimeEar();
  let heard: RealTimeCommand[] = [];
  let pending: Uint8Array = new Uint8Array();
  let arrivals: { readonly end: number; readonly at: number }[] = [];
  let strip: Uint8Array[] = [];
  let stream: Uint8Array[] = [];
  let stripBegan: number | null = null;
  let automaticMask = 0;
  let isJammed = false;
  let isHanging = false;
  /** Counts what ends the command under way: a cleared buffer, a power cycle. */
  let life = 0;
  let change = Promise.withResolvers<null>();
  let isWorking = false;

  function stir(): void {
    change.resolve(null);
    change = Promise.withResolvers<null>();
    if (!isWorking) void work();
  }

  function setCondition(next: Partial<Condition>): void {
    const before = automaticStatus(condition).join();
    Object.assign(condition, next);
    const after = automaticStatus(condition);
    if (automaticMask !== 0 && after.join() !== before) answer(after);
    stir();
  }

  function receive(bytes: Uint8Array): void {
    counts.bytes += bytes.length;
    arrivals.push({ end: counts.bytes, at: performance.now() });
    pending = Buffer.concat([pending, bytes]);
    for (const command of hear(bytes)) {
      heard.push(command);
      obeyAtOnce(command.bytes);
    }
    stir();
  }

  function obeyAtOnce([, kind, number = 0]: Uint8Array): void {
    if (kind === 0x04) {
      const status = realTimeStatus(condition, number);
      if (status !== null) answer([status]);
    } else if (kind === 0x05 || number === 8) {
      if (kind === 0x14 && lacks.includes('DLE DC4')) return;
      if (kind === 0x05 && (number < 1 || !condition.cutter)) return;
      if (kind === 0x14 || number === 2) forgetReceived();
      if (kind === 0x14) answer([0x37, 0x25, 0]);
      if (!isJammed) setCondition({ cutter: false });
    }
  }

  function forgetReceived(): void {
    const start = counts.bytes - pending.length;
    stream.push(pending);
    pending = new Uint8Array();
    heard = heard.filter(({ offset }) => offset < start);
    life += 1;
  }

  async function work(): Promise<void> {
    isWorking = true;
    while (!isHanging && !isStopped(condition)) {
      const taken = takeCommand(pending);
      if (taken === null) break;
      const command = { ...taken, offset: counts.bytes - pending.length };
      pending = pending.subarray(taken.bytes.length);
      list(command);
      await obey(command);
    }
    isWorking = false;
  }

  function list(command: EscposCommand): void {
    const end = command.offset + command.bytes.length;
    const inside = heard.filter(({ offset }) => offset >= command.offset && offset < end);
    heard = heard.filter(({ offset }) => offset >= end);
    if (command.name === 'GS v 0' || command.name.endsWith(' L')) counts.realTimeInsideRaster += inside.length;
    if (command.name === 'unknown') counts.unknown += 1;
    commands.push(command);
    stream.push(command.bytes);
  }

  async function obey(command: EscposCommand): Promise<void> {
    const begun = life;
    const { rows, cut } = layOut(isForeign(command) ? { ...command, name: 'text' } : command);
    stripBegan ??= rows.length > 0 ? arrivalOf(command.offset) : null;
    for (const row of rows) {
      if (isStopped(condition) || isHanging) await untilReady(begun);
      if (life !== begun) return;
      await burn(row);
    }
    if (cut) {
      if (isJammed) setCondition({ cutter: true });
      if (isStopped(condition) || isHanging) await untilReady(begun);
      if (life !== begun) return;
      cutSheet(command);
    }
    reply(command);
  }

  /** `GS (` to a model without it is nothing, and what follows is text. */
  function isForeign({ name }: EscposCommand): boolean {
    return name === 'GS ( H' && lacks.includes('GS ( H');
  }

  async function untilReady(begun: number): Promise<void> {
    while ((isStopped(condition) || isHanging) && life === begun) await change.promise;
  }

  async function burn(row: Uint8Array): Promise<void> {
    strip.push(row);
    counts.rows += 1;
    for (const { action } of rowActions.filter(({ row: at }) => at === counts.rows)) action();
    if (millisecondsPerRow > 0 && counts.rows % rowsAtOnce === 0) await delay(millisecondsPerRow * rowsAtOnce);
  }

  function cutSheet(command: EscposCommand): void {
    if (strip.length > 0) {
      sheets.push({
        raster: { width: widthDots, height: strip.length, bits: joinRows(strip, widthDots) },
        bytes: Buffer.concat(stream),
        firstByteAt: stripBegan ?? 0,
        lastByteAt: arrivalOf(command.offset + command.bytes.length - 1),
      });
    }
    strip = [];
    stream = [];
    stripBegan = null;
    arrivals = arrivals.filter(({ end }) => end > command.offset);
    onSheet();
  }

  function arrivalOf(offset: number): number {
    return arrivals.find(({ end }) => end > offset)?.at ?? 0;
  }

  function reply({ name, bytes }: EscposCommand): void {
    const third = bytes[2] ?? 0;
    if (name === 'ESC @') automaticMask = 0;
    if (name === 'GS a' && !lacks.includes('GS a')) {
      automaticMask = third;
      if (third !== 0) answer(automaticStatus(condition));
    }
    if (name === 'GS r' && !lacks.includes('GS r')) answer([statusInTurn(condition, third)]);
    if (name === 'GS I') answer(identity(third));
    if (name === 'GS ( H' && bytes[5] === 48 && !lacks.includes('GS ( H'))
      answer([0x37, 0x22, ...bytes.subarray(7, 11), 0]);
  }

  return {
    condition,
    commands,
    sheets,
    counts,
    setCondition,
    receive,
    /** Bytes received and not yet processed. */
    pendingBytes: () => pending.length,
    isBusy: () => isWorking,
    /** The paper past the last cut: what a person sees sticking out. */
    paperPastCut: (): Raster => ({ width: widthDots, height: strip.length, bits: joinRows(strip, widthDots) }),
    atRow(rows: number, action: () => void): void {
      rowActions.push({ row: counts.rows + rows, action });
    },
    setHanging(hanging: boolean): void {
      isHanging = hanging;
      stir();
    },
    setJammed(jammed: boolean): void {
      isJammed = jammed;
    },
    /** As after switching it off and on: what was received is gone, the paper stays where it is. */
    powerCycle(): void {
      forgetReceived();
      hear = createRealTimeEar();
      layOut = createLayout(widthDots);
      automaticMask = 0;
      isHanging = false;
      setCondition({ cutter: isJammed, overheated: false });
    },
  };
}

/** The answer to `GS I n`: one byte for a number, a block of text for a letter. */
function identity(number: number): readonly number[] {
  const words: Record<number, string> = { 65: '1.00 ESC/POS', 66: 'EPSON', 67: 'TM-T88VI', 68: '0000000000' };
  const text = words[number];
  return text === undefined ? [0x02] : [0x5f, ...Buffer.from(text, 'latin1'), 0];
}

function joinRows(rows: readonly Uint8Array[], widthDots: number): Uint8Array {
  const bits = new Uint8Array(bytesPerRow(widthDots) * rows.length);
  rows.forEach((row, index) => {
    bits.set(row, index * bytesPerRow(widthDots));
  });
  return bits;
}
