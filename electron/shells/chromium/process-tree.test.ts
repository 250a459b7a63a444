import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { afterEach, expect, it } from 'vitest';
import { killTree, listTree, measureTree } from './process-tree.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) if (child.pid !== undefined) killTree(child.pid);
});

/** A process with a child and a grandchild, once all three run. */
async function startThree(): Promise<ChildProcess> {
  const script = 'sh -c "sh -c \\"echo ready; sleep 600\\" ; true" ; true';
  const child = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  started.push(child);
  await once(child.stdout, 'data');
  return child;
}

it.runIf(process.platform === 'linux')('knows a process with its children, and what they hold', async () => {
  const { pid = 0 } = await startThree();
  const tree = listTree(pid);
  expect(tree[0]).toBe(pid);
  expect(tree.length).toBeGreaterThanOrEqual(3);
  expect(tree).not.toContain(process.pid);
  expect(measureTree(pid)).toBeGreaterThan(0.1);
  expect(measureTree(pid)).toBeLessThan(100);
});

it.runIf(process.platform === 'linux')('ends all of them, also one that is stopped', async () => {
  const child = await startThree();
  const tree = listTree(child.pid ?? 0);
  const last = tree.at(-1) ?? 0;
  process.kill(last, 'SIGSTOP');
  const exit = once(child, 'exit');
  killTree(child.pid ?? 0);
  await exit;
  await expect.poll(() => tree.filter((pid) => measureTree(pid) !== null && measureTree(pid) !== 0)).toEqual([]);
});

it('knows nothing of a process that is not there', () => {
  expect(measureTree(2 ** 22 + 1)).toBeNull();
});
