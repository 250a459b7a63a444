import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Raster } from '../../../domain/raster.ts';
import type { EscposCommand } from './grammar.ts';
import { createMechanism, type Sheet, type Skill } from './mechanism.ts';

export interface EscposSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless told; real clients that insist on port 9100 can be given another loopback address. */
  readonly host?: string;
  /** 576 unless told. */
  readonly widthDots?: number;
  /** 0, the default, prints as fast as it can. */
  readonly millisecondsPerRow?: number;
  /** Commands that this model does not know; none unless told. */
  readonly lacks?: readonly Skill[];
  /** While it prints it stops reading when it holds this much. 65,536 unless told. */
  readonly receiveBufferBytes?: number;
}

export interface EscposSimulator {
  readonly host: string;
  readonly port: number;
  readonly sheets: readonly Sheet[];
  readonly commands: readonly EscposCommand[];
  readonly counts: {
    /** Received since its start. */
    readonly bytes: number;
    readonly unknown: number;
    readonly realTimeInsideRaster: number;
    readonly rows: number;
    readonly connections: number;
  };
  /** The paper past the last cut. */
  paperPastCut(): Raster;
  waitForSheets(count: number): Promise<readonly Sheet[]>;
  /** Runs an action when so many further rows are burnt, or so many further bytes have arrived. */
  atRow(rows: number, action: () => void): void;
  atByte(bytes: number, action: () => void): void;
  runOutOfPaper(afterRows?: number): void;
  loadPaper(): void;
  setPaperLow(paperLow: boolean): void;
  openCover(): void;
  closeCover(): void;
  /** Offline for no cause that it names. */
  goOffline(): void;
  goOnline(): void;
  overheat(): void;
  coolDown(): void;
  /** The next cut fails, and every one after it until the cutter is freed; it says so from then on until it is told to recover. */
  jamCutter(): void;
  freeCutter(): void;
  cutterError(): void;
  /** Stops reading and answering, with the connection open. */
  hang(): void;
  wake(): void;
  /** Every answer comes so much later. */
  delayAnswers(milliseconds: number): void;
  /** Off and on again: drops what it received and every connection. */
  reset(): void;
  /** Says that it is ready, and nothing comes out. */
  lie(isLying: boolean): void;
  /** As `reset`, and away until it is switched on. */
  switchOff(): void;
  switchOn(): Promise<void>;
  /** For good: drops every connection and listens no more. */
  die(): void;
  close(): Promise<void>;
}

/**
 * A network receipt printer: one client at a time on a raw TCP port, as real ones; others wait unserved until it leaves. What it
 * received stays when a connection ends, also half a command.
 */
export async function startEscposSimulator(options: EscposSimulatorOptions = {}): Promise<EscposSimulator> {
  const { port = 0, host = '127.0.0.1', receiveBufferBytes = 65_536 } = options;
  const byteActions: { at: number; action: () => void }[] = [];
  const sockets: Socket[] = [];
  let sheetWaiters: { count: number; resolve: (sheets: readonly Sheet[]) => void }[] = [];
  let connections = 0;
  let isHanging = false;
  let answerDelay = 0;

  const mechanism = createMechanism({
    widthDots: options.widthDots ?? 576,
    millisecondsPerRow: options.millisecondsPerRow ?? 0,
    lacks: options.lacks ?? [],
    answer(bytes) {
      const [client] = sockets;
      if (isHanging || client === undefined) return;
      if (answerDelay === 0) client.write(Uint8Array.from(bytes));
      else setTimeout(() => client.writable && client.write(Uint8Array.from(bytes)), answerDelay);
    },
    onSheet() {
      const ready = sheetWaiters.filter(({ count }) => mechanism.sheets.length >= count);
      sheetWaiters = sheetWaiters.filter((waiter) => !ready.includes(waiter));
      for (const { resolve } of ready) resolve(mechanism.sheets);
    },
  });

  /** Returns what came after the byte at which an action was to run. */
  function receive(bytes: Uint8Array): Uint8Array {
    const due = Math.min(...byteActions.map(({ at }) => at).filter((at) => at > mechanism.counts.bytes));
    const room = due - mechanism.counts.bytes;
    mechanism.receive(bytes.subarray(0, room));
    if (bytes.length >= room) for (const { action } of byteActions.filter(({ at }) => at === due)) action();
    return bytes.subarray(room);
  }

  function serve(socket: Socket): void {
    socket.on('data', (bytes) => {
      const rest = receive(bytes);
      if (rest.length > 0 && !socket.destroyed) socket.unshift(rest);
      if (mechanism.isBusy() && mechanism.pendingBytes() > receiveBufferBytes) stall(socket);
    });
    if (!isHanging) socket.resume();
  }

  function stall(socket: Socket): void {
    socket.pause();
    const timer = setInterval(() => {
      if (mechanism.isBusy() && mechanism.pendingBytes() > receiveBufferBytes / 2 && !socket.destroyed) return;
      clearInterval(timer);
      if (!isHanging) socket.resume();
    }, 5);
  }

  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
    connections += 1;
    sockets.push(socket);
    // A client may leave in whatever way it likes.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      const place = sockets.indexOf(socket);
      if (place !== -1) sockets.splice(place, 1);
      if (place === 0 && sockets[0] !== undefined) serve(sockets[0]);
    });
    if (sockets.length === 1) serve(socket);
  });
  function listen(on: number): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(on, host, resolve);
    });
  }
  await listen(port);
  const address = server.address() as AddressInfo;

  function dropConnections(): void {
    for (const socket of sockets.splice(0)) socket.resetAndDestroy();
  }

  const set = mechanism.setCondition;
  return {
    host,
    port: address.port,
    sheets: mechanism.sheets,
    commands: mechanism.commands,
    get counts() {
      return { ...mechanism.counts, connections };
    },
    paperPastCut: () => mechanism.paperPastCut(),
    waitForSheets(count) {
      if (mechanism.sheets.length >= count) return Promise.resolve(mechanism.sheets);
      return new Promise((resolve) => sheetWaiters.push({ count, resolve }));
    },
    atRow: (rows, action) => {
      mechanism.atRow(rows, action);
    },
    atByte(bytes, action) {
      byteActions.push({ at: mechanism.counts.bytes + bytes, action });
    },
    runOutOfPaper(afterRows = 0) {
      if (afterRows === 0) set({ paperOut: true });
      else
        mechanism.atRow(afterRows, () => {
          set({ paperOut: true });
        });
    },
    loadPaper: () => {
      set({ paperOut: false, paperLow: false });
    },
    setPaperLow: (paperLow) => {
      set({ paperLow });
    },
    openCover: () => {
      set({ coverOpen: true });
    },
    closeCover: () => {
      set({ coverOpen: false });
    },
    goOffline: () => {
      set({ offline: true });
    },
    goOnline: () => {
      set({ offline: false });
    },
    overheat: () => {
      set({ overheated: true });
    },
    coolDown: () => {
      set({ overheated: false });
    },
    jamCutter: () => {
      mechanism.setJammed(true);
    },
    freeCutter: () => {
      mechanism.setJammed(false);
    },
    cutterError() {
      mechanism.setJammed(true);
      set({ cutter: true });
    },
    hang() {
      isHanging = true;
      mechanism.setHanging(true);
      sockets[0]?.pause();
    },
    wake() {
      isHanging = false;
      mechanism.setHanging(false);
      sockets[0]?.resume();
    },
    delayAnswers(milliseconds) {
      answerDelay = milliseconds;
    },
    reset() {
      isHanging = false;
      mechanism.powerCycle();
      dropConnections();
    },
    lie(isLying) {
      set({ lying: isLying });
    },
    switchOff() {
      server.close();
      isHanging = false;
      mechanism.powerCycle();
      dropConnections();
    },
    async switchOn() {
      if (!server.listening) await listen(address.port);
    },
    die() {
      server.close();
      dropConnections();
    },
    async close() {
      mechanism.setHanging(true);
      dropConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
