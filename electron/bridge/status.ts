import { z } from 'zod';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import { defineVerb } from './verb.ts';

export function status(read: () => Promise<KioskStatus> | KioskStatus) {
  return defineVerb(z.strictObject({}), read);
}
