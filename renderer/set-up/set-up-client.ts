import type { z } from 'zod';
import type { Verb } from '../../electron/bridge/verb.ts';
import type { SetUpVerbs } from '../../electron/set-up/set-up-bridge.ts';
import type { BridgeClient } from '../bridge.ts';

type Input<Each> = Each extends Verb<infer Schema, unknown> ? z.input<Schema> : never;
type Output<Each> = Each extends Verb<z.ZodType, infer Answer> ? Answer : never;

/** What the page of a kiosk that is not set up may call. */
export type SetUpClient = {
  readonly [Name in keyof SetUpVerbs]: (input: Input<SetUpVerbs[Name]>) => Promise<Output<SetUpVerbs[Name]>>;
};

/** The same line to the host: it carries whatever verb is asked. */
export function toSetUpClient(bridge: BridgeClient): SetUpClient {
  return bridge as unknown as SetUpClient;
}
