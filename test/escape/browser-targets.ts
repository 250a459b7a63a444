import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const targetSchema = z.object({ targetId: z.string(), type: z.string(), url: z.string() });
const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.object({ targetInfo: targetSchema.optional(), targetId: z.string().optional() }).optional(),
  result: z.object({ processInfo: z.array(z.object({ type: z.string(), id: z.number() })).optional() }).optional(),
});

export interface BrowserTargets {
  /** Every page that there is: its id and address. */
  pages(): [string, string][];
  /** What pages did since the last call that a kiosk's do not: each in words. */
  takeStrange(): string[];
  /** Process ids by type: `browser`, `renderer`, `GPU`. Empty when the browser is gone. */
  listProcesses(): Promise<{ type: string; id: number }[]>;
  close(): void;
}

/**
 * Watches, beside the kiosk's own channel, what pages a browser has. Under the managed policies nobody may look into a page, but
 * their addresses are told. Connects again when the browser is started again.
 *
 * @param portFile `DevToolsActivePort` of the browser's profile
 */
export function watchTargets(portFile: string): BrowserTargets {
  const pages = new Map<string, string>();
  let strange: string[] = [];
  let socket: WebSocket | null = null;
  let isClosed = false;
  let nextId = 1;
  const answers = new Map<number, (processes: { type: string; id: number }[]) => void>();

  function note(targetId: string, url: string): void {
    pages.set(targetId, url);
    if (!/^http:\/\/127\.0\.0\.1:\d+\//u.test(url) && url !== '' && url !== 'about:blank')
      strange.push(`a page at ${url}`);
    if (pages.size > 1) strange.push(`${pages.size} pages: ${[...pages.values()].join(', ')}`);
  }

  function hear(text: string): void {
    const { id, method, params, result } = messageSchema.parse(JSON.parse(text));
    if (id !== undefined) answers.get(id)?.(result?.processInfo ?? []);
    const { targetInfo } = params ?? {};
    if ((method === 'Target.targetCreated' || method === 'Target.targetInfoChanged') && targetInfo?.type === 'page')
      note(targetInfo.targetId, targetInfo.url);
    else if (
      method === 'Target.targetCreated' &&
      targetInfo &&
      !['browser_ui', 'service_worker', 'worker', 'shared_worker', 'auction_worklet', 'tab', 'browser'].includes(
        targetInfo.type,
      )
    )
      strange.push(`a target of the type ${targetInfo.type} at ${targetInfo.url}`);
    if (method === 'Target.targetDestroyed' && params?.targetId !== undefined) pages.delete(params.targetId);
  }

  async function stayConnected(): Promise<void> {
    while (!isClosed) {
      const address = readAddress(portFile);
      if (address !== null) await connectOnce(address);
      await wait(100);
    }
  }

  function connectOnce(address: string): Promise<void> {
    return new Promise((resolve) => {
      const opened = new WebSocket(address);
      opened.onopen = () => {
        socket = opened;
        opened.send(JSON.stringify({ id: 0, method: 'Target.setDiscoverTargets', params: { discover: true } }));
      };
      opened.onmessage = ({ data }) => {
        hear(String(data));
      };
      opened.onclose = () => {
        if (socket === opened) pages.clear();
        socket = null;
        for (const answer of answers.values()) answer([]);
        resolve();
      };
    });
  }

  void stayConnected();
  return {
    pages: () => [...pages],
    takeStrange() {
      const taken = [...new Set(strange)];
      strange = [];
      return taken;
    },
    async listProcesses() {
      if (socket === null) return [];
      const id = (nextId += 1);
      const answer = new Promise<{ type: string; id: number }[]>((resolve) => answers.set(id, resolve));
      socket.send(JSON.stringify({ id, method: 'SystemInfo.getProcessInfo' }));
      return answer.finally(() => answers.delete(id));
    },
    close() {
      isClosed = true;
      socket?.close();
    },
  };
}

/** Null while the file is missing or half written. */
export function readAddress(portFile: string): string | null {
  if (!existsSync(portFile)) return null;
  const [port, path] = readFileSync(portFile, 'utf8').split('\n');
  return port && path ? `ws://127.0.0.1:${port}${path}` : null;
}
