import { rmSync, writeFileSync } from 'node:fs';
import type { HubProcess } from '../faults/harness/hub-process.ts';
import type { TcpProxy } from '../faults/network/tcp-proxy.ts';
import type { EscposSimulator } from '../simulators/escpos/escpos-simulator.ts';

/** What surrounds the kiosk and can go wrong. */
export interface Surroundings {
  readonly printer: EscposSimulator;
  readonly network: TcpProxy;
  hub: HubProcess;
  /** Starts it again where it was. */
  readonly startHub: () => Promise<HubProcess>;
  /** While it is there, each commit of the host waits as many milliseconds as it says. */
  readonly slowDiskFile: string;
}

interface Fault {
  readonly begin: (around: Surroundings) => void | Promise<void>;
  readonly end: (around: Surroundings) => void | Promise<void>;
}

/** A card in a worn reader, in milliseconds a commit; a good disk takes 0.4. */
const slowCommit = 250;

/** Everything but the page's death, which happens in the middle of a visit. */
const faults = {
  'out of paper': {
    begin: ({ printer }) => {
      printer.runOutOfPaper();
    },
    end: ({ printer }) => {
      printer.loadPaper();
    },
  },
  'printer offline': {
    begin: ({ printer }) => {
      printer.goOffline();
    },
    end: ({ printer }) => {
      printer.goOnline();
    },
  },
  'printer off': {
    begin: ({ printer }) => {
      printer.switchOff();
    },
    end: ({ printer }) => printer.switchOn(),
  },
  'printer hung': {
    begin: ({ printer }) => {
      printer.hang();
    },
    end: ({ printer }) => {
      printer.wake();
    },
  },
  'hub killed': {
    begin: ({ hub }) => hub.kill(),
    async end(around) {
      around.hub = await around.startHub();
    },
  },
  'network cut': {
    begin: ({ network }) => {
      network.setWeather({ kind: 'cut-off' });
    },
    end: ({ network }) => {
      network.setWeather({ kind: 'fair' });
    },
  },
  'network half open': {
    begin: ({ network }) => {
      network.setWeather({ kind: 'half-open', limit: 60_000 });
    },
    end: ({ network }) => {
      network.setWeather({ kind: 'fair' });
    },
  },
  'network drops': {
    begin: ({ network }) => {
      network.setWeather({ kind: 'dropping', share: 0.5 });
    },
    end: ({ network }) => {
      network.setWeather({ kind: 'fair' });
    },
  },
  'disk slow': {
    begin: ({ slowDiskFile }) => {
      writeFileSync(slowDiskFile, String(slowCommit));
    },
    end: ({ slowDiskFile }) => {
      rmSync(slowDiskFile, { force: true });
    },
  },
} as const satisfies Record<string, Fault>;

export type AroundFault = keyof typeof faults;
export type FaultName = AroundFault | 'page killed';

export const faultNames: readonly FaultName[] = [...(Object.keys(faults) as AroundFault[]), 'page killed'];

export async function beginFault(name: AroundFault, around: Surroundings): Promise<void> {
  await faults[name].begin(around);
}

export async function endFault(name: AroundFault, around: Surroundings): Promise<void> {
  await faults[name].end(around);
}
