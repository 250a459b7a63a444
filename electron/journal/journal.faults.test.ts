import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readJournal } from './read-journal.ts';

const writer = join(import.meta.dirname, 'write-until-killed.ts');

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-journal-'));
  path = join(folder, 'journal.sqlite');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Acknowledged {
  readonly sequence: number;
  readonly id: string;
}

/**
 * Runs the writer until `enough` records are acknowledged, or it ends on its own.
 * @param limitBlocks of 512 or 1024 bytes, as the shell has it: no file may grow beyond
 */
async function runWriter({ enough, limitBlocks }: { enough: number; limitBlocks?: number }) {
  const command = limitBlocks === undefined ? 'exec "$0" "$@"' : `ulimit -f ${limitBlocks}; exec "$0" "$@"`;
  const child = spawn('sh', ['-c', command, process.execPath, writer, path], { stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = once(child, 'exit');
  const kept: Acknowledged[] = [];
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    last = line;
    const [, sequence, id = ''] = line.split(' ');
    if (line.startsWith('kept ')) kept.push({ sequence: Number(sequence), id });
    if (kept.length === enough) child.kill('SIGKILL');
  }
  await exit;
  return { kept, last };
}

function expectAllKept(acknowledged: readonly Acknowledged[]): void {
  const records = readJournal(path);
  const found = records.ok ? records.value : [];
  expect(found.map(({ sequence }) => sequence)).toEqual(found.map((_, index) => index + 1));
  const ids = new Map(found.map(({ id, sequence }) => [sequence, id]));
  for (const { sequence, id } of acknowledged) expect(ids.get(sequence)).toBe(id);
}

it.skipIf(process.platform === 'win32')(
  'keeps every acknowledged record, without a gap, through ten kills (no SIGKILL on Windows)',
  { timeout: 60_000 },
  async () => {
    const acknowledged: Acknowledged[] = [];
    for (let round = 1; round <= 10; round += 1) {
      acknowledged.push(...(await runWriter({ enough: 7 * round })).kept);
      expectAllKept(acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(7 * 55);
  },
);

it.skipIf(process.platform === 'win32')(
  'answers journal-failed when the disk takes no more, and keeps what it acknowledged (no ulimit on Windows)',
  { timeout: 60_000 },
  async () => {
    const { kept, last } = await runWriter({ enough: Infinity, limitBlocks: 4000 });
    expect(last).toBe('journal-failed');
    expect(kept.length).toBeGreaterThan(10);
    expectAllKept(kept);
    const { kept: later } = await runWriter({ enough: 3 });
    expectAllKept([...kept, ...later]);
  },
);
