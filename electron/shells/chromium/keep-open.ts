import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface KeepOpenParts {
  readonly program: string;
  /** Called for each start, because a ticket opens once. */
  readonly createArguments: () => string[];
  /** A window that a person closes stays closed. */
  readonly untilClosed: boolean;
  readonly logger: Logger;
  /** Milliseconds; the second failure in a row waits twice the first, and so on up to 30 s. */
  readonly firstPause?: number;
}

export interface OpenBrowser {
  /** Resolves when it has been closed for good. */
  readonly closed: Promise<void>;
  /** Asks Chromium to end, and makes it after five seconds. */
  close(): Promise<void>;
}

const longestPause = 30_000;
/** A Chromium that ran this long was well, so its end is no failure in a row. */
const wellAfter = 60_000;

/** Opens the browser and opens it again when it dies. */
export function keepOpen({
  program,
  createArguments,
  untilClosed,
  logger,
  firstPause = 1000,
}: KeepOpenParts): OpenBrowser {
  const stop = new AbortController();
  const isStopped = () => stop.signal.aborted;
  let current: ChildProcess | null = null;

  async function run(): Promise<void> {
    for (let failures = 0; !isStopped(); failures += 1) {
      const start = performance.now();
      current = spawn(program, createArguments(), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
      const lastWords = collectLastWords(current);
      const end = await ended(current);
      current = null;
      if (isStopped() || (untilClosed && end === 0)) return;
      if (performance.now() - start > wellAfter) failures = 0;
      const pause = Math.min(firstPause * 2 ** failures, longestPause);
      logger.warn({ end, pause, said: lastWords() }, 'the browser ended and is opened again');
      await wait(pause, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  const closed = run();
  return {
    closed,
    async close() {
      stop.abort();
      const child = current;
      child?.kill('SIGTERM');
      const force = setTimeout(() => child?.kill('SIGKILL'), 5000);
      await closed;
      clearTimeout(force);
    },
  };
}

/** Exit code, signal, or why it did not start. */
async function ended(child: ChildProcess): Promise<number | string | null> {
  // A pipe that breaks because the browser died is no news.
  for (const stream of child.stdio) stream?.on('error', () => undefined);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return code ?? signal;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What Chromium complained of before it ended; what pages write to their console is not in it. */
function collectLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-1000);
  });
  return () => words;
}
