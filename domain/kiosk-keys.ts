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

export interface PressedKey {
  /** As `KeyboardEvent.key` names it. */
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
}

/**
 * Whether a key is a visitor's. Shortcuts are not: a kiosk has none. AltGr, which writes @ on many keyboards, arrives as Control with
 * Alt on Windows. Shift with Escape is Chromium's task manager.
 */
export function isKioskKey({ key, shift, control, alt, meta }: PressedKey): boolean {
  const isCharacter = Array.from(key).length === 1;
  if (meta || control !== alt || (shift && key === 'Escape')) return false;
  return isCharacter || (!control && namedKeys.has(key));
}
