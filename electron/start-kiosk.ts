import process from 'node:process';
import type { Logger } from 'pino';
import { err, ok, type Result } from '../domain/result.ts';
import { createBridgeDoor, type PageCall } from './bridge/bridge-door.ts';
import { pulse } from './bridge/pulse.ts';
import type { ShellName } from './bridge/greet.ts';
import type { Config } from './config/read-config.ts';
import type { StartHub } from './embedded-hub/hub-process.ts';
import { createGate } from './health/gate.ts';
import { keepWell } from './health/keep-well.ts';
import type { PageWindow } from './health/page-window.ts';
import { createPulseDesk } from './health/pulse-desk.ts';
import { createHost } from './host.ts';
import type { Machine } from './machine.ts';
import type { Printer } from './printing/printer.ts';
import { openHostOrSetUp } from './set-up/open-host-or-set-up.ts';
import type { StartFailure } from './start-failure.ts';
import { startUpdates } from './update/start-updates.ts';

/** What a shell lends to a kiosk. */
export interface KioskShell {
  readonly name: ShellName;
  /** What only a window can forget when a visit ends: the clipboard. */
  readonly forgetVisit?: () => void;
  /** Runs the kiosk's own hub in a process beside this one. */
  readonly startHub?: StartHub;
  /** Take the places of those that the configuration names, in their order; null leaves a place to the usual driver. */
  readonly printers?: readonly (Printer | null)[];
  /** False where the kiosk is only served, to whatever browser comes: nobody can open a page again that is gone. */
  readonly hasWindow: boolean;
  /** Makes ready to show pages, whose messages go to `call`. */
  readonly openWindow: (call: PageCall) => Promise<Result<PageWindow, StartFailure>>;
  /** Something starts this process again when `restart` has ended it. */
  readonly canRestart: boolean;
  /** Ends this process in a way that gets it started again. */
  readonly restart: () => void;
}

export interface KioskStart {
  readonly config: Config;
  readonly shell: KioskShell;
  readonly machine: Machine;
  readonly logger: Logger;
}

export interface RunningKiosk {
  /** Window first, then the host. */
  close(): Promise<void>;
}

/** From configuration to a kiosk that stands open: the same for every shell. */
export async function startKiosk({
  config,
  shell,
  machine,
  logger,
}: KioskStart): Promise<Result<RunningKiosk, StartFailure>> {
  const door = createBridgeDoor();
  const gate = createGate();
  const pulses = createPulseDesk();
  const { name, forgetVisit, startHub, printers, restart } = shell;
  // Before anything else: a start that breaks off counts, too.
  const updates = await startUpdates({ config, shell: name, restart, machine, logger });
  if (updates === null) return err({ code: 'update', message: 'The version before is put back.' });
  pulses.onRoundTrip(() => {
    updates.confirmHealthy();
  });
  const ofWindow = { name, ...(forgetVisit && { forgetVisit }), ...(startHub && { startHub }) };
  const onNewSettings = shell.canRestart
    ? () => {
        shell.restart();
      }
    : null;
  const openHost = () =>
    createHost({
      ...{ config, gate, pulses, updates, shell: ofWindow, onNewSettings, logger },
      ...(printers && { printers }),
      ...machine,
    });
  const host = await openHostOrSetUp({
    ...{ config, door, now: machine.now, logger, openHost },
    alwaysThere: { pulse: pulse((beat) => pulses.beat(beat)) },
  });
  if (!host.ok) return host;
  const window = await shell.openWindow(door.call);
  if (!window.ok) {
    await host.value.close();
    return window;
  }
  const well = keepWell({
    ...{ config, pulses, gate, host: host.value, environment: process.env, machine, logger },
    window: shell.hasWindow ? window.value : null,
    restart: shell.canRestart ? shell.restart : null,
  });
  host.value.goOnline();
  return ok({
    async close() {
      await well.close();
      await updates.close();
      pulses.close();
      await window.value.close();
      await host.value.close();
    },
  });
}
