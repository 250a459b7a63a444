import { Agent, request } from 'undici';
import type { Bridge } from '../../../electron/bridge/bridge.ts';
import type { HostProcess } from '../../end-to-end/host-process.ts';

/** A visitor would have given up long before; whoever waits so long has found a host that hangs. */
const answerLimitMilliseconds = 30_000;

export interface BridgeConnection {
  readonly bridge: Bridge;
  close(): Promise<void>;
}

/** Redeems the ticket and asks the bridge over HTTP, as the page of the Chromium shell does. */
export async function connectBridge(address: string): Promise<BridgeConnection> {
  const { origin } = new URL(address);
  const dispatcher = new Agent({ pipelining: 1, headersTimeout: answerLimitMilliseconds });
  const welcome = await request(address, { dispatcher });
  await welcome.body.dump();
  const cookie = String(welcome.headers['set-cookie']).split(';')[0];
  if (cookie === undefined || welcome.statusCode !== 303)
    throw new Error(`the ticket was refused: ${welcome.statusCode}`);

  async function ask(verb: string, input: unknown): Promise<unknown> {
    const answer = await request(`${origin}/bridge/${verb}`, {
      method: 'POST',
      dispatcher,
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${verb} was answered with ${answer.statusCode}: ${text}`);
    return JSON.parse(text);
  }

  const bridge = new Proxy({}, { get: (_target, verb) => (input: unknown) => ask(String(verb), input) });
  return { bridge: bridge as Bridge, close: () => dispatcher.destroy() };
}

/** Of a host without a display, whose tickets open again and again. */
export function addressOf({ output }: HostProcess): string {
  const address = /Foyer is ready: (\S+)/u.exec(output())?.[1];
  if (address === undefined) throw new Error('the host has no address');
  return address;
}
