import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Logger } from 'pino';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { PageCall } from '../../bridge/bridge-door.ts';
import type { Config } from '../../config/read-config.ts';
import type { PageWindow } from '../../health/page-window.ts';
import type { StartFailure } from '../../start-failure.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { findChromium } from './find-chromium.ts';
import { createPageWindow } from './page-window.ts';
import { startServer, type ShellServer } from './server.ts';

export interface WindowParts {
  readonly call: PageCall;
  readonly config: Config;
  readonly rendererFolder: string;
  readonly random: (size: number) => Uint8Array;
  readonly logger: Logger;
  /** Where there is a display. */
  readonly hasDisplay: boolean;
  /** A line for people and for programs that wait for it. */
  readonly say: (line: string) => void;
  /** A person has closed an ordinary window. */
  readonly onClosed: () => void;
}

/** Serves the page and readies Chromium for it; without a display it only serves. */
export async function openWindow(parts: WindowParts): Promise<Result<PageWindow, StartFailure>> {
  const { config, hasDisplay, say } = parts;
  const program = hasDisplay ? (config.chromium ?? (await findChromium(process.env['PATH'] ?? ''))) : null;
  if (hasDisplay && (program === null || !existsSync(program))) {
    return fail('No Chromium was found. Install Chromium or Chrome, or name the program with --chromium.');
  }
  let server: ShellServer;
  try {
    server = await startServer({ ...parts, port: config.port, reusableTickets: !hasDisplay, camera: config.camera });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(`Port ${config.port} cannot be used: ${reason}. Leave --port out to take a free one.`);
  }
  if (!hasDisplay) say('There is no display: Foyer only serves. Open the address in a browser on this machine.');
  say(`Foyer is ready: ${server.createAddress()}`);
  return ok(createWindow(program, { ...parts, server }));
}

function createWindow(program: string | null, parts: WindowParts & { server: ShellServer }): PageWindow {
  const { server, config, logger, onClosed } = parts;
  const profile = join(config.data, 'chromium');
  const asRoot = process.getuid?.() === 0;
  const { window: isOrdinary, camera } = config;
  const window =
    program === null
      ? null
      : createPageWindow({
          program,
          origin: server.origin,
          createArguments: (page) =>
            chromiumArguments({ address: server.createAddress(page), profile, window: isOrdinary, camera, asRoot }),
          isOrdinary,
          onClosed,
          logger,
        });
  if (program !== null && asRoot) {
    logger.warn('Chromium runs without its sandbox, because this is root. Use an ordinary user at an event.');
  }
  return {
    open(page) {
      window?.open(page);
    },
    onDeath(listener) {
      window?.onDeath(listener);
    },
    measureMemory: () => window?.measureMemory() ?? Promise.resolve(null),
    async close() {
      await window?.close();
      await server.close();
    },
  };
}

function fail(message: string): Result<never, StartFailure> {
  return err({ code: 'window', message });
}
