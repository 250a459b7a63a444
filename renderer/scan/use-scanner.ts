import { useEffect, useEffectEvent } from 'react';
import { staffBadgePrefix } from '../../domain/staff/staff-member.ts';
import { createScanDecoder } from './scan-decoder.ts';

/** What a field held before the first key of what may be a scan. */
interface FieldBefore {
  readonly field: HTMLInputElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

/**
 * What was typed is no business of ours any more. Longer than the gap of a scanner: on a page that was busy for a moment this timer may come
 * before keys that were pressed in time.
 */
const forgetAfterMilliseconds = 1000;

/**
 * Hears a keyboard-wedge scanner on whatever screen there is. A field that had the focus is left as it was before the scan, and the
 * scan's last key presses no button.
 */
export function useScanner(onScan: (code: string) => void): void {
  const report = useEffectEvent(onScan);
  useEffect(() => {
    const decoder = createScanDecoder();
    let before: FieldBefore | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      clearTimeout(timer);
      decoder.forget();
      before = null;
    };
    const listen = (event: KeyboardEvent) => {
      const { key, timeStamp: at, target } = event;
      const isOther = event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey;
      const reading = decoder.press({ key, at, isOther });
      clearTimeout(timer);
      timer = setTimeout(forget, forgetAfterMilliseconds);
      switch (reading.kind) {
        case 'typing':
          return;
        case 'begins':
          before = target instanceof HTMLInputElement && target.selectionStart !== null ? readField(target) : null;
          return;
        case 'continues':
          // Of a staff badge nothing reaches a field, where it could be read.
          if (reading.code.startsWith(staffBadgePrefix)) {
            keepFromPage(event);
            if (before) restore(before);
          }
          // A space would press the button that has the focus.
          if (key === ' ' && before === null) keepFromPage(event);
          return;
        case 'scan':
          keepFromPage(event);
          if (before) restore(before);
          forget();
          report(reading.code);
      }
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      forget();
    };
  }, []);
}

function keepFromPage(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function readField(field: HTMLInputElement): FieldBefore {
  return { field, value: field.value, start: field.selectionStart, end: field.selectionEnd };
}

/** As typing would: with an `input` event, so that whoever listens to the field hears it. */
function restore({ field, value, start, end }: FieldBefore): void {
  if (field.value !== value) {
    field.setRangeText(value, 0, field.value.length);
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText' }));
  }
  field.setSelectionRange(start, end);
}
