import { z } from 'zod';

const answerSchema = z.object({
  id: z.number().optional(),
  result: z
    .object({ result: z.object({ value: z.unknown().optional() }).optional() })
    .loose()
    .optional(),
});

export interface InspectedPage {
  /** Runs a script as if a visitor had found a hole in our page, with a visitor's touch behind it. Its value; null when the page did not answer. */
  run(script: string): Promise<unknown>;
  send(method: string, params: Record<string, unknown>): Promise<void>;
  close(): void;
}

/** How long a page may take to answer; one that shows a dialog of the browser does not. */
const patienceMilliseconds = 3000;

/** @param address `ws://127.0.0.1:PORT/devtools/page/ID` */
export async function inspectPage(address: string): Promise<InspectedPage> {
  const socket = new WebSocket(address);
  const answers = new Map<number, (result: z.infer<typeof answerSchema>['result']) => void>();
  let nextId = 0;
  socket.onmessage = ({ data }) => {
    const { id, result } = answerSchema.parse(JSON.parse(String(data)));
    if (id !== undefined) answers.get(id)?.(result);
  };
  // With the page go its answers.
  socket.onclose = () => {
    for (const answer of answers.values()) answer(undefined);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  async function send(
    method: string,
    params: Record<string, unknown>,
  ): Promise<z.infer<typeof answerSchema>['result']> {
    if (socket.readyState !== WebSocket.OPEN) return undefined;
    const id = (nextId += 1);
    const answer = new Promise<z.infer<typeof answerSchema>['result']>((resolve) => {
      answers.set(id, resolve);
      setTimeout(resolve, patienceMilliseconds);
    });
    socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }
  return {
    async run(expression) {
      const answer = await send('Runtime.evaluate', {
        expression,
        userGesture: true,
        awaitPromise: true,
        returnByValue: true,
      });
      return answer?.result?.value ?? null;
    },
    async send(method, params) {
      await send(method, params);
    },
    close() {
      socket.close();
    },
  };
}
