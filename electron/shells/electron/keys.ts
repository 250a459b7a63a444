import type { Input } from 'electron';

/** What a form needs beside characters. No function key, no browser key, no context menu key. */
const namedKeys = new Set([
  'AltGraph',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'CapsLock',
  'Compose',
  'Dead',
  'Delete',
  'End',
  'Enter',
  'Escape',
  'Home',
  'PageDown',
  'PageUp',
  'Process',
  'Shift',
  'Tab',
]);

/**
 * Whether a key may reach page and browser. Shortcuts may not: a kiosk has none. AltGr, which writes @ on many keyboards, arrives
 * as Control with Alt on Windows.
 */
export function isAllowedKey({ type, key, control, alt, meta }: Input): boolean {
  // A key that was let through must also come up again.
  if (type === 'keyUp') return true;
  const isCharacter = Array.from(key).length === 1;
  if (meta || control !== alt) return false;
  return isCharacter || (!control && namedKeys.has(key));
}
