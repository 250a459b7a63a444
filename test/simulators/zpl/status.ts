import { isStopped, type Trouble } from '../paper.ts';

export interface Work {
  readonly isPaused: boolean;
  /** Labels that came whole and are not begun. */
  readonly formats: number;
  /** Labels of the one under way that are not out. */
  readonly labelsLeft: number;
  readonly isPartialFormat: boolean;
  readonly lengthDots: number;
}

const flag = (value: boolean): string => (value ? '1' : '0');
const framed = (text: string): string => `\x02${text}\x03\r\n`;

/** The three strings of `~HS`. */
export function describeHostStatus({ paperOut, overheated, coverOpen }: Trouble, work: Work): string {
  const { isPaused, formats, labelsLeft, isPartialFormat, lengthDots } = work;
  const digits = (value: number, count: number): string => String(value).padStart(count, '0');
  return [
    `030,${flag(paperOut)},${flag(isPaused)},${digits(lengthDots, 4)},${digits(formats, 3)},0,0,${flag(isPartialFormat)},000,0,0,${flag(overheated)}`,
    `001,0,${flag(coverOpen)},0,0,2,6,0,${digits(labelsLeft, 8)},1,000`,
    '1234,0',
  ]
    .map(framed)
    .join('');
}

/** The answer to `~HQES`. */
export function describeErrors(trouble: Trouble, isPaused: boolean): string {
  const { paperOut, coverOpen, cutter, overheated, paperLow } = trouble;
  const errors =
    (paperOut ? 0x1 : 0) |
    (coverOpen ? 0x4 : 0) |
    (cutter ? 0x8 : 0) |
    (overheated ? 0x10 : 0) |
    (isPaused ? 0x10000 : 0);
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');
  return framed(
    `\r\n\r\n  PRINTER STATUS${' '.repeat(33)}\r\n` +
      `   ERRORS:         ${flag(isStopped(trouble) || isPaused)} 00000000 ${hex(errors)}  \r\n` +
      `   WARNINGS:       ${flag(paperLow)} 00000000 ${hex(paperLow ? 0x8 : 0)}  \r\n`,
  );
}
