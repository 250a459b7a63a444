import { describe, expect, it } from 'vitest';
import { attribute } from './ipp-attributes.ts';
import { groupTags, type IppAttribute, type IppMessage } from './ipp-message.ts';
import { readJob } from './job-state.ts';
import { readPrinter } from './printer-state.ts';

const answer = (tag: number, ...attributes: IppAttribute[]): IppMessage => ({
  code: 0,
  requestId: 1,
  groups: [{ tag, attributes }],
});
const printer = (state: number, ...reasons: string[]) =>
  readPrinter(
    answer(
      groupTags.printer,
      attribute('enum', 'printer-state', state),
      attribute('keyword', 'printer-state-reasons', ...reasons),
    ),
  );

describe('what a printer says of itself', () => {
  it.each<[number, string[], string[]]>([
    [3, ['none'], []],
    [5, ['media-empty-error'], ['paper-out']],
    [5, ['media-needed'], ['paper-out']],
    [5, ['cover-open', 'media-empty-error'], ['cover-open', 'paper-out']],
    [5, ['door-open-error'], ['cover-open']],
    [5, ['trimmer-jam-error'], ['cutter']],
    [5, ['fuser-over-temp-error'], ['overheated']],
    [5, ['media-jam-error'], ['faulty']],
    [5, ['toner-empty-error'], ['faulty']],
    [5, ['paused'], ['offline']],
    [5, ['none'], ['faulty']],
    [4, ['connecting-to-device'], ['offline']],
    [3, ['offline-report'], ['offline']],
    // Another tray.
    [3, ['media-empty-warning'], []],
    [4, ['cups-waiting-for-job-completed'], []],
    [3, ['toner-low-warning', 'media-low-report'], []],
  ])('%s %s is %s', (state, reasons, faults) => {
    expect(printer(state, ...reasons)?.faults).toEqual(faults);
  });

  it('tells of paper that runs low', () => {
    expect(printer(3, 'media-low-report')?.paperLow).toBe(true);
    expect(printer(3, 'none')?.paperLow).toBe(false);
  });

  it.each<[string | null, string | null, boolean]>([
    [null, null, true],
    ['2.4.2', 'ipp://printer.local/ipp/print', true],
    ['2.4.2', 'ipps://printer.local/ipp/print', true],
    ['2.4.2', 'dnssd://Office._ipp._tcp.local/?uuid=1', true],
    ['2.4.2', 'implicitclass://Office/', true],
    ['2.4.2', 'dnssd://Office._pdl-datastream._tcp.local/', false],
    ['2.4.2', 'socket://192.168.1.50:9100', false],
    ['2.4.2', 'usb://Brother/HL', false],
    ['2.4.2', 'file:///dev/null', false],
    ['2.4.2', null, false],
  ])('CUPS %s with %s knows of paper: %s', (version, device, knows) => {
    const read = readPrinter(
      answer(
        groupTags.printer,
        attribute('enum', 'printer-state', 3),
        ...(version === null ? [] : [attribute('text', 'cups-version', version)]),
        ...(device === null ? [] : [attribute('uri', 'device-uri', device)]),
      ),
    );
    expect(read?.knowsPaper).toBe(knows);
  });

  it('is not believed without a state', () => {
    expect(readPrinter(answer(groupTags.printer))).toBe(null);
    expect(printer(9, 'none')).toBe(null);
  });
});

describe('what a printer says of a job', () => {
  const job = (...more: IppAttribute[]) => readJob(answer(groupTags.job, attribute('integer', 'job-id', 4), ...more));

  it('has begun once it says when, or is past waiting', () => {
    const noTime = { name: 'time-at-processing', tag: 0x13, values: [] };
    expect(job(attribute('enum', 'job-state', 7), noTime)?.hasBegun).toBe(false);
    expect(job(attribute('enum', 'job-state', 7), attribute('integer', 'time-at-processing', 9))?.hasBegun).toBe(true);
    expect(job(attribute('enum', 'job-state', 7))?.hasBegun).toBe(true);
    expect(job(attribute('enum', 'job-state', 3))?.hasBegun).toBe(false);
  });

  it.each([
    ['job-completed-successfully', true],
    ['job-completed-with-warnings', true],
    ['none', true],
    ['job-completed-with-errors', false],
  ])('"completed" with %s came out well: %s', (reason, isSuccessful) => {
    const read = job(attribute('enum', 'job-state', 9), attribute('keyword', 'job-state-reasons', reason));
    expect(read?.isSuccessful).toBe(isSuccessful);
  });
});
