import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import { createPageEvents, type PageEventsParts } from './page-events.ts';
import { killTree, measureTree } from './process-tree.ts';

/** Milliseconds for Chromium to end when it was asked to. */
const longestGoodbye = 5000;

export interface Browser {
  /** Exit code, signal, or why it did not start; once. */
  readonly ended: Promise<number | string | null>;
  /** What it complained of before it ended; what pages write to their console is not in it. */
  lastWords(): string;
  /** Resident megabytes with all its processes; null when it has ended, or cannot be told. */
  measureMemory(): number | null;
  /** Ends it with all its processes, now. */
  kill(): Promise<void>;
  /** Asks it to end, and makes it after five seconds. */
  close(): Promise<void>;
}

interface BrowserParts extends Pick<PageEventsParts, 'origin'> {
  readonly program: string;
  readonly args: readonly string[];
  /** The process of its page is gone, or something else is shown; the browser itself stays. */
  readonly onPageLost: () => void;
}

export function openBrowser({ program, args, origin, onPageLost }: BrowserParts): Browser {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  const lastWords = collectLastWords(child);
  const ended = waitForEnd(child);
  listenToPages(child, { isAlone: args.includes('--kiosk'), origin, onLost: onPageLost });
  const isGone = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const kill = async () => {
    if (!isGone() && child.pid !== undefined) killTree(child.pid);
    await ended;
  };
  return {
    ended,
    lastWords,
    measureMemory: () => (isGone() || child.pid === undefined ? null : measureTree(child.pid)),
    kill,
    async close() {
      child.kill('SIGTERM');
      const force = setTimeout(() => void kill(), longestGoodbye);
      await ended;
      clearTimeout(force);
    },
  };
}

async function waitForEnd(child: ChildProcess): Promise<number | string | null> {
  // A pipe that breaks because the browser died is no news.
  for (const stream of child.stdio) stream?.on('error', () => undefined);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return code ?? signal;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The one thing that is said on the pipe: tell me of your pages. Messages end with a zero byte. */
function listenToPages(child: ChildProcess, parts: PageEventsParts): void {
  const [, , , questions, answers] = child.stdio;
  if (!(questions instanceof Writable) || !(answers instanceof Readable)) return;
  const take = createPageEvents(parts);
  let rest = '';
  answers.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) take(message);
  });
  questions.write(`${JSON.stringify({ id: 1, method: 'Target.setDiscoverTargets', params: { discover: true } })}\0`);
}

function collectLastWords(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-1000);
  });
  return () => words;
}
