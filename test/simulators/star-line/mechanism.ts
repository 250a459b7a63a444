import { createPaper, createTrouble, isStopped, type Trouble } from '../paper.ts';
import { automaticStatus } from './automatic-status.ts';
import { takeCommand, type StarCommand } from './grammar.ts';
import { createRasterMode } from './raster-mode.ts';
import { createRealTimeEar, type RealTimeCommand } from './real-time.ts';

/** `end counter`: `ESC GS ETX` 0 and 1, which graphic mode has not. `documents`: `ESC GS ETX` 3 and 4. */
export type Skill = 'end counter' | 'documents' | 'ESC RS a' | 'ESC ACK CAN';

export interface MechanismOptions {
  readonly widthDots: number;
  /** 0 prints as fast as it can. A real printer takes 0.3 (400 mm/s) to 1.25. */
  readonly millisecondsPerRow: number;
  /** Commands that this model does not know. */
  readonly lacks: readonly Skill[];
  /** On Ethernet the automatic status cannot be switched off. */
  readonly isAutomatic: boolean;
  readonly answer: (bytes: Uint8Array) => void;
  readonly onCut: () => void;
  /** After `ESC ACK CAN`. */
  readonly onReset: () => void;
}

/** After which a document that was broken is no longer waited for the end of ("Timeouts are two seconds"). */
const intakeMilliseconds = 2_000;

const documentEnd = [0x1b, 0x1d, 0x03, 4, 0, 0] as const;

/** Paper, head, cutter and receive buffer: everything of the printer but its network. */
export function createMechanism(options: MechanismOptions) {
  const { widthDots, lacks, answer } = options;
  const trouble = createTrouble();
  const paper = createPaper(options);
  const commands: StarCommand[] = [];
  const counts = { bytes: 0, unknown: 0, realTimeInsideRaster: 0 };
  let raster = createRasterMode(widthDots);
  let hear = createRealTimeEar();
  let heard: RealTimeCommand[] = [];
  let pending: Uint8Array = new Uint8Array();
  let isAutomatic = options.isAutomatic;
  let etb = { counter: 0, has: false };
  let endCounter = 0;
  let isInDocument = false;
  /** A fault broke the document: it is thrown away up to its end. */
  let spoiledUntil: number | null = null;
  let isJammed = false;
  /** Counts what ends the command under way: a reset, a broken document, a power cycle. */
  let life = 0;
  let change = Promise.withResolvers<null>();
  let isWorking = false;

  function stir(): void {
    change.resolve(null);
    change = Promise.withResolvers<null>();
    if (!isWorking) void work();
  }

  function isHeldUp(): boolean {
    return isStopped(trouble) || trouble.hanging || trouble.lying;
  }

  function status(): Uint8Array {
    return automaticStatus(trouble.lying ? createTrouble() : trouble, etb);
  }

  function setTrouble(next: Partial<Trouble>): void {
    const before = status().join();
    Object.assign(trouble, next);
    const { paperOut, coverOpen, cutter } = trouble;
    // What is on the old roll is one piece, what comes on the new one another.
    if (paperOut || coverOpen) paper.breakOff();
    if (isInDocument && !lacks.includes('documents') && (paperOut || coverOpen || cutter)) spoil();
    if (isAutomatic && status().join() !== before) answer(status());
    stir();
  }

  function spoil(): void {
    spoiledUntil = performance.now() + intakeMilliseconds;
    isInDocument = false;
    paper.breakOff();
    life += 1;
  }

  function receive(bytes: Uint8Array): void {
    counts.bytes += bytes.length;
    pending = Buffer.concat([pending, bytes]);
    for (const command of hear(bytes)) {
      heard.push(command);
      if (command.name === 'ESC ACK SOH') answer(status());
      else if (!lacks.includes('ESC ACK CAN')) reset(command.offset + 3);
    }
    stir();
  }

  /** @param end offset from which on bytes are kept */
  function reset(end: number): void {
    forget(end);
    if (!isJammed) setTrouble({ cutter: false });
    options.onReset();
  }

  function forget(end: number): void {
    pending = pending.subarray(Math.max(0, end - (counts.bytes - pending.length)));
    paper.breakOff();
    heard = heard.filter(({ offset }) => offset >= end);
    raster = createRasterMode(widthDots);
    etb = { counter: 0, has: false };
    endCounter = 0;
    isInDocument = false;
    spoiledUntil = null;
    isAutomatic = options.isAutomatic;
    life += 1;
  }

  async function work(): Promise<void> {
    isWorking = true;
    while (!isHeldUp()) {
      if (spoiledUntil !== null && !throwAway()) break;
      const taken = takeCommand(pending, raster.isRaster());
      if (taken === null) break;
      const command = { ...taken, offset: counts.bytes - pending.length };
      pending = pending.subarray(taken.bytes.length);
      list(command);
      await obey(command);
    }
    isWorking = false;
  }

  /** @returns whether the broken document has ended */
  function throwAway(): boolean {
    raster = createRasterMode(widthDots);
    const end = Buffer.from(pending).indexOf(Uint8Array.from(documentEnd));
    if (end === -1 && performance.now() < (spoiledUntil ?? 0)) {
      pending = pending.subarray(Math.max(0, pending.length - documentEnd.length + 1));
      return false;
    }
    pending = pending.subarray(end === -1 ? pending.length : end + documentEnd.length);
    spoiledUntil = null;
    return true;
  }

  function list(command: StarCommand): void {
    const end = command.offset + command.bytes.length;
    const inside = heard.filter(({ offset }) => offset >= command.offset && offset < end);
    heard = heard.filter(({ offset }) => offset >= end);
    if (command.name === 'b' || command.name === 'k') counts.realTimeInsideRaster += inside.length;
    if (command.name === 'unknown') counts.unknown += 1;
    commands.push(command);
  }

  async function obey(command: StarCommand): Promise<void> {
    const begun = life;
    const { rows, cut } = raster.layOut(command);
    for (const row of rows) {
      await untilReady(begun);
      if (life !== begun) return;
      await paper.burn(row);
    }
    if (cut) {
      if (isJammed) setTrouble({ cutter: true });
      await untilReady(begun);
      if (life !== begun) return;
      paper.cut();
      options.onCut();
    }
    await untilReady(begun);
    if (life === begun) reply(command);
  }

  async function untilReady(begun: number): Promise<void> {
    while (isHeldUp() && life === begun) await change.promise;
  }

  function reply({ name, bytes }: StarCommand): void {
    const kind = bytes[3] ?? 0;
    if (name === 'ESC RS a' && !lacks.includes('ESC RS a')) isAutomatic = options.isAutomatic || (kind & 1) !== 0;
    if (name === 'ESC RS E' || name === 'CAN') etb = { counter: 0, has: false };
    if (name === 'ETB') {
      etb = { counter: (etb.counter + 1) % 32, has: true };
      if (isAutomatic) answer(status());
      etb.has = false;
    }
    if (name !== 'ESC GS ETX') return;
    if (kind >= 3) isInDocument = kind === 3;
    else if (!lacks.includes('end counter')) answerEnd(bytes);
  }

  function answerEnd(bytes: Uint8Array): void {
    const kind = bytes[3] ?? 0;
    if (kind === 1) endCounter = (endCounter + 1) % 256;
    if (kind === 2) endCounter = 0;
    else answer(Uint8Array.from([...bytes, endCounter, 0]));
  }

  return {
    paper,
    commands,
    counts,
    receive,
    setTrouble,
    /** While it works it holds so many bytes. */
    bytesInWork: () => (isWorking ? pending.length : 0),
    /** Every cut jams from now on. */
    setJammed(jammed: boolean): void {
      isJammed = jammed;
    },
    /** As after switching it off and on: what was received is gone, the paper stays where it is. */
    powerCycle(): void {
      forget(counts.bytes);
      hear = createRealTimeEar(counts.bytes);
      setTrouble({ cutter: isJammed, overheated: false, hanging: false });
    },
  };
}
