/** What Linux has plugged in for people and scanners. */
export interface InputDevice {
  readonly name: string;
  /** A finger on it points at what it shows (INPUT_PROP_DIRECT), rather than moving a pointer. */
  readonly isTouchscreen: boolean;
  /** It types letters: a keyboard, or a scanner that behaves like one. */
  readonly isKeyboard: boolean;
}

/** Bits as `linux/input-event-codes.h` numbers them. */
const bits = { direct: 1, multitouchX: 53, keyQ: 16, keyEnter: 28 } as const;

/** Reads `/proc/bus/input/devices` (Linux, `drivers/input/input.c`, `input_devices_seq_show`). */
export function parseInputDevices(text: string): InputDevice[] {
  return text
    .split(/\n\s*\n/)
    .filter((block) => block.includes('N: Name='))
    .map((block) => {
      const mask = (name: string) => parseMask(new RegExp(`^B: ${name}=(.+)$`, 'm').exec(block)?.[1] ?? '0');
      const has = (name: string, bit: number) => (mask(name) & (1n << BigInt(bit))) !== 0n;
      return {
        name: /^N: Name="(.*)"$/m.exec(block)?.[1] ?? '',
        isTouchscreen: has('PROP', bits.direct) && has('ABS', bits.multitouchX),
        isKeyboard: has('KEY', bits.keyQ) && has('KEY', bits.keyEnter),
      };
    });
}

/** Words of 64 bits in hexadecimal, the highest first. A machine of 32 bits has other words; there is no kiosk of that kind. */
function parseMask(words: string): bigint {
  return words
    .trim()
    .split(/\s+/)
    .reduce((mask, word) => (mask << 64n) | BigInt(`0x${/^[0-9a-f]+$/i.test(word) ? word : '0'}`), 0n);
}
