import { bytesPerRow, createRaster, setBlack } from '../../../domain/raster.ts';
import { createPaper, createTrouble, isStopped, type Trouble } from '../paper.ts';
import { takeCommand, type QlCommand } from './grammar.ts';
import { describeStatus, type Roll, type Situation } from './status.ts';

export interface MechanismOptions {
  /** 720 or 1296. */
  readonly headDots: number;
  readonly modelCode: number;
  readonly roll: Roll;
  /** The head's dots that lie on the roll: what is printed beside them is lost. */
  readonly leftDots: number;
  readonly widthDots: number;
  /** 0 prints as fast as it can. A real printer takes 0.8 (110 mm a second). */
  readonly millisecondsPerRow: number;
  /** One of the older kind: always in raster mode, without compression. */
  readonly isPlain: boolean;
  /** False is a network port of Brother's: it prints and says nothing. */
  readonly answers: boolean;
  readonly answer: (bytes: Uint8Array) => void;
  readonly onPiece: () => void;
}

const coolingBegun = 3;
const coolingEnded = 4;

/** Receive buffer, head, roll and cutter: everything of the printer but its network. */
export function createMechanism(options: MechanismOptions) {
  const { modelCode, leftDots, widthDots, headDots } = options;
  const trouble = createTrouble();
  const paper = createPaper({ widthDots, millisecondsPerRow: options.millisecondsPerRow });
  const commands: QlCommand[] = [];
  const counts = { bytes: 0, unknown: 0, badLines: 0, pages: 0 };
  let { roll } = options;
  let pending: Uint8Array = new Uint8Array();
  let lines: Uint8Array[] = [];
  let isRasterMode = options.isPlain;
  let isCompressed = false;
  let notifies = true;
  let isCut = true;
  let asked: { kind: number; width: number; length: number; rows: number } | null = null;
  let isPrinting = false;
  let isJammed = false;
  let isWorking = false;
  let worked: Promise<void> = Promise.resolve();
  let woken = Promise.withResolvers<undefined>();
  /** Counts what ends the page under way. */
  let life = 0;

  function say(kind: Situation['kind'], notification = 0, isWrongRoll = false): void {
    if (!options.answers || (kind !== 'reply' && !notifies)) return;
    const seeming = trouble.lying ? createTrouble() : trouble;
    const phase = isPrinting && !trouble.lying;
    options.answer(
      describeStatus({ kind, trouble: seeming, roll, modelCode, isPrinting: phase, isWrongRoll, notification }),
    );
  }

  function setTrouble(next: Partial<Trouble>): void {
    const before = { ...trouble };
    Object.assign(trouble, next);
    if (trouble.overheated !== before.overheated) say('notification', trouble.overheated ? coolingBegun : coolingEnded);
    if (!trouble.hanging) {
      woken.resolve(undefined);
      woken = Promise.withResolvers();
    }
    stir();
  }

  function stir(): void {
    if (!isWorking) worked = work();
  }

  function receive(bytes: Uint8Array): void {
    counts.bytes += bytes.length;
    pending = Buffer.concat([pending, bytes]);
    stir();
  }

  /** While a page is printed, what comes after it waits; a request for the status and a reset are heard all the same. */
  async function work(): Promise<void> {
    isWorking = true;
    while (!trouble.hanging) {
      const command = takeCommand(pending);
      if (command === null) break;
      pending = pending.subarray(command.bytes.length);
      commands.push(command);
      if (command.name === 'SUB' || command.name === 'FF') void printPage();
      else obey(command);
    }
    isWorking = false;
    await printed;
  }

  let printed: Promise<void> = Promise.resolve();

  const newer = ['ESC i a', 'ESC i !', 'M', 'Z'];

  function obey({ name, bytes }: QlCommand): void {
    switch (options.isPlain && newer.includes(name) ? 'unknown' : name) {
      case 'unknown':
        counts.unknown += 1;
        return;
      case 'ESC @':
        forgetPage();
        return;
      case 'ESC i S':
        say('reply');
        return;
      case 'ESC i a':
        isRasterMode = bytes[3] === 1;
        return;
      case 'ESC i !':
        notifies = bytes[3] === 0;
        return;
      case 'ESC i z':
        asked = {
          kind: bytes[4] ?? 0,
          width: bytes[5] ?? 0,
          length: bytes[6] ?? 0,
          rows: (bytes[7] ?? 0) + (bytes[8] ?? 0) * 256,
        };
        return;
      case 'ESC i M':
        isCut = ((bytes[3] ?? 0) & 0x40) !== 0;
        return;
      case 'M':
        isCompressed = bytes[1] === 2;
        return;
      case 'g':
        addLine(isCompressed ? unpack(bytes.subarray(3)) : bytes.subarray(3));
        return;
      case 'Z':
        addLine(new Uint8Array(headDots / 8));
        return;
      default:
        return;
    }
  }

  function addLine(line: Uint8Array): void {
    if (!isRasterMode || line.length !== headDots / 8) counts.badLines += 1;
    lines.push(line);
  }

  function forgetPage(): void {
    if (isPrinting) life += 1;
    lines = [];
    asked = null;
    isCompressed = false;
  }

  function printPage(): Promise<void> {
    const page = lines;
    const job = asked;
    lines = [];
    printed = printed.then(() => printLines(page, job));
    return printed;
  }

  async function printLines(page: readonly Uint8Array[], job: typeof asked): Promise<void> {
    if (job?.rows !== page.length) {
      counts.badLines += 1;
      return;
    }
    const isOther =
      job.width !== roll.widthMillimetres ||
      job.length !== roll.lengthMillimetres ||
      (job.kind === 0x0a) !== (roll.lengthMillimetres === 0);
    if (isOther) {
      say('error', 0, true);
      return;
    }
    isPrinting = true;
    say('phase');
    if (trouble.overheated) say('notification', coolingBegun);
    const isOut = await burnAndCut(page);
    isPrinting = false;
    if (!isOut) {
      paper.breakOff();
      return;
    }
    say('completed');
    say('phase');
  }

  async function burnAndCut(page: readonly Uint8Array[]): Promise<boolean> {
    const begun = life;
    for (const line of page) {
      if (!(await canGoOn(begun)) || trouble.lying) return false;
      await paper.burn(readLine(line));
    }
    if (!(await canGoOn(begun))) return false;
    if (isCut && isJammed) setTrouble({ cutter: true });
    if (!(await canGoOn(begun))) return false;
    counts.pages += 1;
    if (isCut) {
      paper.cut();
      options.onPiece();
    }
    return true;
  }

  /** False: the page has ended here. A hot head and a printer that hangs go on later. */
  async function canGoOn(begun: number): Promise<boolean> {
    while (trouble.hanging || trouble.overheated) {
      if (life !== begun) return false;
      await woken.promise;
    }
    if (life !== begun) return false;
    if (!isStopped(trouble)) return true;
    isPrinting = false;
    say('error');
    return false;
  }

  /** What the head burns, seen from above. */
  function readLine(line: Uint8Array): Uint8Array {
    const row = createRaster(widthDots, 1);
    for (let x = 0; x < widthDots; x += 1) {
      const pin = leftDots + widthDots - 1 - x;
      if (((line[pin >> 3] ?? 0) & (0x80 >> (pin & 7))) !== 0) setBlack(row, x, 0);
    }
    return row.bits.subarray(0, bytesPerRow(widthDots));
  }

  return {
    trouble,
    paper,
    commands,
    setTrouble,
    receive,
    counts: (): typeof counts & { rows: number } => ({ ...counts, rows: paper.rows() }),
    setJammed(jammed: boolean): void {
      isJammed = jammed;
    },
    setRoll: (next: Roll): void => {
      roll = next;
    },
    idle: async (): Promise<void> => {
      await worked;
      await printed;
    },
    /** As after switching it off and on. */
    powerCycle(): void {
      life += 1;
      pending = new Uint8Array();
      lines = [];
      asked = null;
      isRasterMode = options.isPlain;
      isCompressed = false;
      notifies = true;
      Object.assign(trouble, { cutter: isJammed, overheated: false, hanging: false, lying: false });
      setTrouble({});
    },
    /** For a network agent that is asked beside the port. */
    describe: (): Uint8Array =>
      describeStatus({
        kind: 'reply',
        trouble: trouble.lying ? createTrouble() : trouble,
        roll,
        modelCode,
        isPrinting: isPrinting && !trouble.lying,
        isWrongRoll: false,
      }),
  };
}

/** PackBits, as TIFF 6.0 has it. */
export function unpack(bytes: Uint8Array): Uint8Array {
  const whole: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const count = bytes[at] ?? 0;
    at += 1;
    if (count < 128) {
      whole.push(...bytes.subarray(at, at + count + 1));
      at += count + 1;
    } else if (count > 128) {
      whole.push(...Array<number>(257 - count).fill(bytes[at] ?? 0));
      at += 1;
    }
  }
  return Uint8Array.from(whole);
}
