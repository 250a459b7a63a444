import { openRawPort, type RawPort } from '../raw-port.ts';
import { createMechanism, type Skill } from './mechanism.ts';

export interface StarLineSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless told; clients that insist on port 9100 can be given another loopback address. */
  readonly host?: string;
  /** 576 unless told. */
  readonly widthDots?: number;
  /** 0, the default, prints as fast as it can. */
  readonly millisecondsPerRow?: number;
  /** Commands that this model does not know; none unless told. */
  readonly lacks?: readonly Skill[];
  /** The automatic status cannot be switched off, as on Ethernet. True unless told. */
  readonly isAutomatic?: boolean;
  /** `ESC ACK CAN` starts its network anew as well. False unless told. */
  readonly dropsOnReset?: boolean;
  /** While it prints it stops reading when it holds this much. 65,536 unless told. */
  readonly receiveBufferBytes?: number;
}

export type StarLineSimulator = Awaited<ReturnType<typeof startStarLineSimulator>>;

/** A network receipt printer of Star's: line mode as far as pictures go, and graphic mode, which is the same without `end counter`. */
export async function startStarLineSimulator(options: StarLineSimulatorOptions = {}) {
  const { receiveBufferBytes = 65_536 } = options;
  const waits: { count: number; resolve: () => void }[] = [];
  let port: RawPort | null = null;
  const mechanism = createMechanism({
    widthDots: options.widthDots ?? 576,
    millisecondsPerRow: options.millisecondsPerRow ?? 0,
    lacks: options.lacks ?? [],
    isAutomatic: options.isAutomatic ?? true,
    answer: (bytes) => port?.answer(bytes),
    onCut() {
      for (const { count, resolve } of waits) if (mechanism.paper.pieces.length >= count) resolve();
    },
    onReset() {
      if (options.dropsOnReset === true) port?.drop();
    },
  });
  const opened = await openRawPort({
    ...(options.port !== undefined && { port: options.port }),
    ...(options.host !== undefined && { host: options.host }),
    receive: mechanism.receive,
    isFull: () => mechanism.bytesInWork() > receiveBufferBytes,
  });
  port = opened;

  return {
    ...mechanism,
    port: opened,
    waitForPieces(count: number): Promise<void> {
      if (mechanism.paper.pieces.length >= count) return Promise.resolve();
      return new Promise((resolve) => waits.push({ count, resolve }));
    },
    /** Stops reading and answering, with the connection open. */
    hang() {
      opened.hang();
      mechanism.setTrouble({ hanging: true });
    },
    wake() {
      opened.wake();
      mechanism.setTrouble({ hanging: false });
    },
    /** Off and on again: drops what it received and every connection. */
    reset() {
      mechanism.powerCycle();
      opened.drop();
    },
    /** Off. `wake` switches it on again. */
    switchOff() {
      mechanism.powerCycle();
      opened.goAway();
    },
    async close() {
      mechanism.setTrouble({ hanging: true });
      await opened.close();
    },
  };
}
