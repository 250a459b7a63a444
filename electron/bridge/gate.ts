import { z } from 'zod';
import type { KioskGate } from '../../domain/kiosk-gate.ts';
import { defineVerb } from './verb.ts';

/** Whether visitors may begin. News tell when to ask again. */
export function gate(read: () => KioskGate) {
  return defineVerb(z.strictObject({}), read);
}
