import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes of heap and buffers that what is made holds once garbage is collected. */
export function measureMemory<Made>(make: () => Made): { readonly made: Made; readonly megabytes: number } {
  const before = readBytes();
  const made = make();
  return { made, megabytes: (readBytes() - before) / 1e6 };
}

function readBytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
