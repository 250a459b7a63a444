/** A press of a key, as far as it tells a scanner from fingers. */
export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** Milliseconds on any clock that only goes forward. */
  readonly at: number;
  /** Held down, part of an input method's composition, or pressed with Control, Alt or Meta. */
  readonly isOther: boolean;
}

/**
 * What a key press is taken for: `typing`, which is nobody's business; `begins` and `continues`, which may yet be a scan; `scan`, which ends
 * one.
 */
export type Reading =
  | { readonly kind: 'typing' | 'begins' }
  /** `code`: so far. */
  | { readonly kind: 'continues' | 'scan'; readonly code: string };

export interface ScanDecoder {
  readonly press: (press: KeyPress) => Reading;
  /** Forgets what was pressed so far: it may be the end of somebody's name. */
  readonly forget: () => void;
}

/** Scanners leave 1 to 30 ms between two keys; the fastest typists rarely less than 60, and not for a whole word. */
export const longestGapMilliseconds = 50;
const shortestCode = 4;
/** The longest that the host takes. */
const longestCode = 1024;
/** Pressed along the way to capitals and signs; they belong to the key that follows. */
const silentKeys = new Set(['Shift', 'CapsLock', 'AltGraph']);
const endKeys = new Set(['Enter', 'Tab']);
const typing: Reading = { kind: 'typing' };

/** Tells the keys of a scanner that plays a keyboard ("keyboard wedge") from those of a person, by their pace and their last key. */
export function createScanDecoder(): ScanDecoder {
  let code = '';
  let length = 0;
  let last = Number.NEGATIVE_INFINITY;
  const forget = () => {
    code = '';
    length = 0;
  };

  return {
    forget,
    press({ key, at, isOther }) {
      if (silentKeys.has(key)) return typing;
      const isQuick = at - last <= longestGapMilliseconds;
      last = at;
      if (!isQuick) forget();
      if (isOther) {
        forget();
        return typing;
      }
      if (endKeys.has(key)) {
        const scanned = code;
        const isScan = length >= shortestCode && length <= longestCode;
        forget();
        return isScan ? { kind: 'scan', code: scanned } : typing;
      }
      if (!isPrintable(key)) {
        forget();
        return typing;
      }
      code += key;
      length += 1;
      return length === 1 ? { kind: 'begins' } : { kind: 'continues', code };
    },
  };
}

/** Names of keys (`Backspace`, `Process`) have several characters, what a key writes has one. */
function isPrintable(key: string): boolean {
  const [first, second] = key;
  return first !== undefined && second === undefined;
}
