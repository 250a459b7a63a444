import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setInterval } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { openQuietTransport } from './quiet-transport.ts';
import { endProcess, watchOutput, type HostProcess } from '../../end-to-end/host-process.ts';
import { root } from '../../end-to-end/shells.ts';

export interface Starter {
  /** Arguments of Node: a program that opens a Chromium with a DevTools port. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Chromium's own. */
  readonly profile: string;
}

export interface OpenShell {
  readonly host: HostProcess;
  /** What DevTools collected for a connection goes when its browser is closed, which here only ends the connection. */
  connect(): Promise<{ readonly browser: Browser; readonly page: Page }>;
  close(): Promise<void>;
}

/** Starts a program that opens its own browser, and resolves when that browser can be connected to. */
export async function openShell({ command, environment, profile }: Starter): Promise<OpenShell> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const host = watchOutput(
    spawn(process.execPath, command, { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  const close = () => endProcess(host.process);
  try {
    await readEndpoint(portFile, host);
    return {
      host,
      async connect() {
        // A browser that was started again listens elsewhere.
        const browser = await chromium.connectOverCDP(await openQuietTransport(await readEndpoint(portFile, host)));
        const context = browser.contexts()[0];
        if (context === undefined) throw new Error('The browser has no window.');
        const isServed = (page: Page) => page.url().startsWith('http://127.0.0.1:');
        const page = context.pages().find(isServed) ?? context.pages()[0] ?? (await context.waitForEvent('page'));
        await page.waitForURL(/^http:\/\/127\.0\.0\.1:/u);
        return { browser, page };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Of the browser's DevTools. Chromium writes port and path when it listens. */
async function readEndpoint(file: string, { process: child, output }: HostProcess): Promise<string> {
  for await (const _ of setInterval(5)) {
    if (child.exitCode !== null) throw new Error(`The program ended before it opened a browser:\n${output()}`);
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
  }
  throw new Error('unreachable');
}
