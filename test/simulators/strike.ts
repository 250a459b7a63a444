import type { Trouble } from './paper.ts';
import type { SimulatedFault } from './printer-bench.ts';
import type { RawPort } from './raw-port.ts';

/** Later than anybody waits for. */
const lateMilliseconds = 6_000;

interface Machine {
  setTrouble(next: Partial<Trouble>): void;
  /** The next cut fails, until it is freed. */
  setJammed(jammed: boolean): void;
  powerCycle(): void;
}

/** Lets a fault happen to a machine and its port. */
export function strike(fault: SimulatedFault, { machine, port }: { machine: Machine; port: RawPort }): void {
  switch (fault) {
    case 'paper-out':
      machine.setTrouble({ paperOut: true });
      return;
    case 'cover-open':
      machine.setTrouble({ coverOpen: true });
      return;
    case 'cutter':
      machine.setJammed(true);
      machine.setTrouble({ cutter: true });
      return;
    case 'overheated':
      machine.setTrouble({ overheated: true });
      return;
    case 'hung':
      machine.setTrouble({ hanging: true });
      port.hang();
      return;
    case 'reset':
      machine.powerCycle();
      port.drop();
      return;
    case 'power':
      machine.powerCycle();
      port.goAway();
      return;
    case 'late':
      port.delayAnswers(lateMilliseconds);
      return;
    case 'lies':
      machine.setTrouble({ lying: true });
  }
}

/** Paper, cover, cutter and power are right again, and answers come at once. */
export function putRight({ machine, port }: { machine: Machine; port: RawPort }): void {
  machine.setJammed(false);
  port.delayAnswers(0);
  port.wake();
  machine.setTrouble({
    paperOut: false,
    paperLow: false,
    coverOpen: false,
    cutter: false,
    overheated: false,
    hanging: false,
    lying: false,
  });
}
