import { fetch } from 'undici';
import { z } from 'zod';
import { createPinnedPool } from '../../uplink/pinned-pool.ts';
import { describeAddress, type HubAddress } from '../../uplink/hub-target.ts';

/** How a hub answers to anybody who asks whether it is ready. */
export type HubAnswer =
  | { readonly kind: 'away' }
  /** Somebody else answers there: its key is not the pinned one. */
  | { readonly kind: 'other-key' }
  | {
      readonly kind: 'there';
      readonly isReady: boolean;
      /** Of one question, on a connection that stands. */
      readonly milliseconds: number;
      /** Its clock, milliseconds since 1970, by the second (RFC 9110, 6.6.1); null when it does not say. */
      readonly at: number | null;
      readonly version: string | null;
    };

const readySchema = z.object({ version: z.string().max(40) });
const patience = { connect: 5000, answer: 8000 };

/** @param clock milliseconds that only go forward */
export async function askHub(
  { address, pin }: { address: HubAddress; pin: string },
  clock: () => number,
): Promise<HubAnswer> {
  const seen: string[] = [];
  const isPinned = (digest: Uint8Array) => {
    seen.push(Buffer.from(digest).toString('base64url'));
    return seen.at(-1) === pin;
  };
  const pool = createPinnedPool(address, { isPinned, limits: patience });
  const ask = () => fetch(`https://${describeAddress(address)}/ready`, { dispatcher: pool, redirect: 'manual' });
  try {
    await (await ask()).body?.cancel();
    const start = clock();
    const response = await ask();
    const body = readySchema.safeParse(await response.json().catch(() => undefined));
    const milliseconds = Math.round(clock() - start);
    const at = Date.parse(response.headers.get('date') ?? '');
    return {
      kind: 'there',
      isReady: response.ok,
      milliseconds,
      at: Number.isNaN(at) ? null : at,
      version: body.success ? body.data.version : null,
    };
  } catch {
    return { kind: seen.some((key) => key !== pin) ? 'other-key' : 'away' };
  } finally {
    await pool.destroy();
  }
}
