import { bytesPerRow } from '../../../domain/raster.ts';
import { createPaper, createTrouble, isStopped, type Trouble } from '../paper.ts';
import { takeCommand, type ZplCommand } from './grammar.ts';
import { createLayout, type LaidOut } from './layout.ts';
import { describeErrors, describeHostStatus } from './status.ts';

export type Skill = '~HQ' | '~HS in trouble' | 'odometer.total_label_count' | 'odometer.total_print_length' | 'getvar';

export interface MechanismOptions {
  readonly headDots: number;
  /** Of the labels on its liner, where it was told of them by `^MN`. */
  readonly labelDots: number;
  readonly dotsPerInch: number;
  /** 0 prints as fast as it can. A real printer takes 0.8 (6 inches a second) to 2.5. */
  readonly millisecondsPerRow: number;
  readonly hasCutter: boolean;
  /** What this model does not do. */
  readonly lacks: readonly Skill[];
  /** Whether `~HS` counts the label under way as left; the manual does not say. */
  readonly countsLabelUnderWay: boolean;
  readonly answer: (bytes: Uint8Array) => void;
  readonly onPiece: () => void;
}

/** Label buffer, head, roll and cutter: everything of the printer but its network. */
export function createMechanism(options: MechanismOptions) {
  const { headDots, labelDots, dotsPerInch, lacks, hasCutter, answer } = options;
  const trouble = createTrouble();
  const paper = createPaper({ widthDots: headDots, millisecondsPerRow: options.millisecondsPerRow });
  const layout = createLayout({ headDots, labelDots });
  const counts = { bytes: 0, unknown: 0, labels: 0 };
  const commands: ZplCommand[] = [];
  let stream = '';
  let waiting: LaidOut[] = [];
  let underWay: LaidOut | null = null;
  let copiesLeft = 0;
  let isPaused = false;
  let isJammed = false;
  let isWorking = false;
  let worked: Promise<void> = Promise.resolve();
  let woken = Promise.withResolvers<undefined>();
  /** Counts what ends the label under way. */
  let life = 0;

  function setTrouble(next: Partial<Trouble>): void {
    Object.assign(trouble, next);
    if (isStopped(trouble)) isPaused = true;
    if (!trouble.hanging) {
      woken.resolve(undefined);
      woken = Promise.withResolvers();
    }
    stir();
  }

  function stir(): void {
    if (!isWorking) worked = work();
  }

  const canPrint = (): boolean => !isStopped(trouble) && !isPaused;

  async function work(): Promise<void> {
    isWorking = true;
    while (canPrint()) {
      if (trouble.hanging) await woken.promise;
      if (underWay === null) {
        underWay = waiting.shift() ?? null;
        copiesLeft = underWay?.copies ?? 0;
      }
      if (underWay === null) break;
      await printCopy(underWay);
    }
    isWorking = false;
  }

  async function printCopy(label: LaidOut): Promise<void> {
    const begun = life;
    const { raster, isCut, isReprinted } = label;
    const rowBytes = bytesPerRow(raster.width);
    for (let row = 0; row < raster.height && !trouble.lying; row += 1) {
      if (!canPrint() || life !== begun) {
        paper.breakOff();
        // `^JZY`: the same label once more when the error is over; `^JZN`: the next one.
        if (life === begun && !isReprinted) copiesLeft -= 1;
        if (copiesLeft <= 0 || life !== begun) underWay = null;
        return;
      }
      await paper.burn(raster.bits.subarray(row * rowBytes, (row + 1) * rowBytes));
      if (trouble.hanging) await woken.promise;
    }
    if (life !== begun) return;
    copiesLeft -= 1;
    if (copiesLeft <= 0) underWay = null;
    if (trouble.lying) return;
    counts.labels += 1;
    if (isCut && hasCutter) {
      if (isJammed) setTrouble({ cutter: true });
      else paper.cut();
    } else paper.cut();
    options.onPiece();
  }

  function receive(bytes: Uint8Array): void {
    counts.bytes += bytes.length;
    stream += Buffer.from(bytes).toString('latin1');
    for (let command = takeCommand(stream); command !== null; command = takeCommand(stream)) {
      stream = stream.slice(command.length);
      if (command.name === 'space') continue;
      commands.push(command);
      obey(command);
    }
  }

  function obey(command: ZplCommand): void {
    const { name, parameters } = command;
    if (name === 'unknown' || name === 'text') counts.unknown += 1;
    else if (name === '~JA') cancel();
    else if (name === '~PS' || name === '~PP') {
      isPaused = name === '~PP' || isStopped(trouble);
      stir();
    } else if (name === '~HS') hostStatus();
    else if (name === '~HQ' && parameters === 'ES') sayErrors();
    else if (name === 'getvar') saySetting(parameters);
    else {
      const label = layout.obey(command);
      if (label === null) return;
      waiting.push(label);
      stir();
    }
  }

  function cancel(): void {
    waiting = [];
    // The label under way goes on to its end; one that an error has stopped is governed by `^JZ`.
    layout.abandon();
  }

  const say = (text: string): void => {
    answer(Buffer.from(text, 'latin1'));
  };
  const seeming = (): Trouble => (trouble.lying ? createTrouble() : trouble);

  function hostStatus(): void {
    if (lacks.includes('~HS in trouble') && isStopped(seeming())) return;
    const isCounted = underWay !== null && options.countsLabelUnderWay;
    say(
      describeHostStatus(seeming(), {
        isPaused: isPaused && !trouble.lying,
        formats: waiting.length,
        labelsLeft: isCounted ? copiesLeft : Math.max(copiesLeft - 1, 0),
        isPartialFormat: layout.isInLabel(),
        lengthDots: labelDots,
      }),
    );
  }

  function sayErrors(): void {
    if (!lacks.includes('~HQ')) say(describeErrors(seeming(), isPaused && !trouble.lying));
  }

  function saySetting(parameters: string): void {
    if (lacks.includes('getvar')) return;
    const name = parameters.trim().replaceAll('"', '');
    const inches = Math.floor(paper.rows() / dotsPerInch);
    const centimetres = Math.floor((paper.rows() / dotsPerInch) * 2.54);
    const values: Record<string, string> = {
      'odometer.total_label_count': String(counts.labels),
      'odometer.total_print_length': `${String(inches)} INCHES, ${String(centimetres)} CENTIMETERS`,
    };
    const value = lacks.some((skill) => skill === name) ? undefined : values[name];
    say(`"${value ?? '?'}"`);
  }

  return {
    trouble,
    paper,
    commands,
    setTrouble,
    receive,
    counts: (): typeof counts & { brokenFields: number; rows: number } => ({
      ...counts,
      brokenFields: layout.brokenFields(),
      rows: paper.rows(),
    }),
    setJammed(jammed: boolean): void {
      isJammed = jammed;
    },
    /** As a person presses it. */
    pressPause: (): void => {
      isPaused = !isPaused || isStopped(trouble);
      stir();
    },
    isPaused: () => isPaused,
    /** Until there is nothing that it could print now. */
    idle: async (): Promise<void> => {
      await worked;
    },
    /** As after switching it off and on: what it received is gone, the paper stays where it is. */
    powerCycle(): void {
      life += 1;
      stream = '';
      waiting = [];
      underWay = null;
      copiesLeft = 0;
      isPaused = false;
      layout.powerOn();
      paper.breakOff();
      setTrouble({ cutter: isJammed, overheated: false, hanging: false, lying: false });
    },
  };
}
