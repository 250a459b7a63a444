import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Logger } from 'pino';
import { err, ok } from '../../../domain/result.ts';
import type { OpenExamination } from '../../doctor/page/examination-page.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { findChromium } from './find-chromium.ts';
import { startServer } from './server.ts';

export interface ExaminationParts {
  /** The built renderer, with doctor.html. */
  readonly rendererFolder: string;
  /** The program that the options name. */
  readonly chromium: string | undefined;
  readonly hasDisplay: boolean;
  readonly random: (size: number) => Uint8Array;
  readonly logger: Logger;
}

const closeWithin = 5000;

/** Opens the browser that the kiosk uses, with the kiosk's own arguments, on the examination page; without a display out of sight. */
export function openExaminationIn(parts: ExaminationParts): OpenExamination {
  const { rendererFolder, hasDisplay, random, logger } = parts;
  return async (call) => {
    if (!existsSync(join(rendererFolder, 'doctor.html'))) return err('not-built');
    const program = parts.chromium ?? (await findChromium(process.env['PATH'] ?? ''));
    if (program === null || !existsSync(program)) return err('no-browser');
    const scratch = mkdtempSync(join(tmpdir(), 'foyer-doctor-'));
    const served = { rendererFolder: layOut(scratch, rendererFolder), port: 0, reusableTickets: false, camera: true };
    const server = await startServer({ ...served, call, random, logger });
    const asRoot = process.getuid?.() === 0;
    const args = chromiumArguments({
      ...{ address: server.createAddress(), profile: join(scratch, 'profile'), window: false, camera: true, asRoot },
    });
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
    const browser = spawn(program, hasDisplay ? args : [...args, '--headless=new'], { stdio });
    for (const stream of browser.stdio) stream?.on('error', () => undefined);
    const ended = once(browser, 'exit').then(
      () => undefined,
      () => undefined,
    );
    return ok({
      hasDisplay,
      // Chromium does not start without a sandbox unless it is told to, as root has to.
      hasSandbox: !asRoot,
      ended,
      async close() {
        browser.kill('SIGTERM');
        const force = setTimeout(() => browser.kill('SIGKILL'), closeWithin);
        await ended;
        clearTimeout(force);
        await server.close();
        rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
      },
    });
  };
}

/** A folder whose first page is the examination's, because a ticket opens the first page and nothing else. */
function layOut(scratch: string, rendererFolder: string): string {
  copyFileSync(join(rendererFolder, 'doctor.html'), join(scratch, 'index.html'));
  symlinkSync(join(rendererFolder, 'assets'), join(scratch, 'assets'), 'junction');
  return scratch;
}
