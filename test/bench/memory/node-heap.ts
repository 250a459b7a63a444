import { once } from 'node:events';

/** Bytes of a Node process's heap after garbage was collected. @param address that its inspector printed */
export async function readNodeHeap(address: string): Promise<number> {
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let calls = 0;
  const call = async (method: string): Promise<unknown> => {
    calls += 1;
    const id = calls;
    socket.send(JSON.stringify({ id, method }));
    for (;;) {
      const [event] = (await once(socket, 'message')) as [MessageEvent<string>];
      const message = JSON.parse(event.data) as { id?: number; result?: unknown };
      if (message.id === id) return message.result;
    }
  };
  try {
    await call('HeapProfiler.collectGarbage');
    const { usedSize } = (await call('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  } finally {
    socket.close();
  }
}
