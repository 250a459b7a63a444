import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isKioskKey } from './kiosk-keys.ts';

const plain = { shift: false, control: false, alt: false, meta: false };

it.each(['a', 'é', '陳', '@', ' ', '𠮷', 'Enter', 'Tab', 'Backspace', 'Escape', 'Dead', 'Process', 'ArrowLeft'])(
  '%s is a visitor’s',
  (key) => {
    expect(isKioskKey({ ...plain, key })).toBe(true);
  },
);

it('AltGr writes', () => {
  expect(isKioskKey({ ...plain, key: '@', control: true, alt: true })).toBe(true);
});

it.each([
  'F1',
  'F11',
  'F12',
  'ContextMenu',
  'PrintScreen',
  'BrowserBack',
  'Meta',
  'Alt',
  'Control',
  'MediaPlayPause',
  'Insert',
])('%s is not', (key) => {
  expect(isKioskKey({ ...plain, key })).toBe(false);
});

it('Shift is part of writing, and with Escape a shortcut', () => {
  expect(isKioskKey({ ...plain, key: 'A', shift: true })).toBe(true);
  expect(isKioskKey({ ...plain, key: 'Tab', shift: true })).toBe(true);
  expect(isKioskKey({ ...plain, key: 'Escape', shift: true })).toBe(false);
});

it('no shortcut is, whatever the key', () => {
  const held = fc.constantFrom({ control: true }, { alt: true }, { meta: true }, { control: true, meta: true });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 12 }), held, (key, keys) => {
      expect(isKioskKey({ ...plain, key, ...keys })).toBe(false);
    }),
  );
});
