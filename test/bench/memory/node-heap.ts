import { once } from 'node:events';

export interface NodeProcess {
  /** Bytes, after garbage was collected. */
  readonly heap: number;
  /** Sockets, timers, files and others that its event loop waits for, without those of this question. */
  readonly handles: number;
}

/** Bytes of a Node process's heap after garbage was collected. @param address that its inspector printed */
export async function readNodeHeap(address: string): Promise<number> {
  return (await readNodeProcess(address)).heap;
}

/** @param address that its inspector printed */
export async function readNodeProcess(address: string): Promise<NodeProcess> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let calls = 0;
  const call = async (method: string, params: object = {}): Promise<unknown> => {
    calls += 1;
    const id = calls;
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [event] = (await once(socket, 'message')) as [MessageEvent<string>];
      const message = JSON.parse(event.data) as { id?: number; result?: unknown };
      if (message.id === id) return message.result;
    }
  };
  try {
    // What the first collection frees may have held what the second frees.
    await call('HeapProfiler.collectGarbage');
    await call('HeapProfiler.collectGarbage');
    const { usedSize } = (await call('Runtime.getHeapUsage')) as { usedSize: number };
    const expression = 'process.getActiveResourcesInfo().length';
    const { result } = (await call('Runtime.evaluate', { expression })) as { result: { value: number } };
    return { heap: usedSize, handles: result.value };
  } finally {
    socket.close();
  }
}
