import type { Input } from 'electron';
import { isKioskKey } from '../../../domain/kiosk-keys.ts';

/** Whether a key may reach page and browser. */
export function isAllowedKey({ type, ...pressed }: Input): boolean {
  // A key that was let through must also come up again.
  return type === 'keyUp' || isKioskKey(pressed);
}
