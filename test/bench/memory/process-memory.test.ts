import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { expect, it } from 'vitest';
import { readLivingProcesses, readProcessMemory } from './process-memory.ts';

it.skipIf(process.platform !== 'linux')(
  'a process that has ended is left out, and those beside it are read',
  async () => {
    const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    const { pid } = child;
    if (pid === undefined) throw new Error('nothing was started');
    await once(child, 'exit');
    expect(() => readProcessMemory(pid)).toThrow();
    const [own, ...more] = readLivingProcesses([pid, process.pid]);
    expect(more).toEqual([]);
    expect(own?.resident).toBeGreaterThan(10_000_000);
  },
);
