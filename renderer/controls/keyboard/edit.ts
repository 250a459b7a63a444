/**
 * Writes into a field as a key press would: at the caret, over the selection, and with an `input` event, so that whoever listens to the
 * field hears it.
 */
export function insertText(input: HTMLInputElement, text: string): void {
  const { start, end } = selectionOf(input);
  write({ input, text, start, end });
}

/** Takes away the selection, or what a person sees as the one character before the caret. */
export function deleteBackwards(input: HTMLInputElement): void {
  const { start, end } = selectionOf(input);
  if (start !== end) write({ input, text: '', start, end });
  else if (start > 0) write({ input, text: '', start: start - lastGrapheme(input.value.slice(0, start)).length, end });
}

/** Puts another letter in the place of the one before the caret: `e` becomes `é`. */
export function replaceLetter(input: HTMLInputElement, letter: string): void {
  const { start } = selectionOf(input);
  write({ input, text: letter, start: start - lastGrapheme(input.value.slice(0, start)).length, end: start });
}

/** What stands before the caret. */
export function letterBeforeCaret(input: HTMLInputElement): string {
  return lastGrapheme(input.value.slice(0, selectionOf(input).start));
}

function selectionOf(input: HTMLInputElement): { start: number; end: number } {
  const length = input.value.length;
  return { start: input.selectionStart ?? length, end: input.selectionEnd ?? length };
}

function lastGrapheme(text: string): string {
  return Array.from(new Intl.Segmenter().segment(text)).at(-1)?.segment ?? '';
}

interface Change {
  readonly input: HTMLInputElement;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function write({ input, text, start, end }: Change): void {
  input.focus({ preventScroll: true });
  input.setRangeText(text, start, end, 'end');
  input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
}
