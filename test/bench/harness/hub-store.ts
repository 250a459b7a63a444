import { pino } from 'pino';
import { openStore } from '../../../hub/store/open-store.ts';
import type { Store } from '../../../hub/store/store.ts';
import type { Result } from '../../../domain/result.ts';

export async function openHubStore(url: string): Promise<Store> {
  return must(await openStore({ url, logger: pino({ level: 'silent' }), now: Date.now }));
}

/** For what must succeed before anything can be measured. */
export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`It cannot be prepared: ${JSON.stringify(result.reason)}`);
  return result.value;
}
