import { describe, expect, it, vi } from 'vitest';
import { standardMedia } from '../../../../domain/print-job.ts';
import { createRaster, setBlack } from '../../../../domain/raster.ts';
import { createWindowClass } from '../../../../test/electron/stand-in-window.ts';
import type { ConfiguredPrinter } from '../../../printing/configured-printer.ts';
import { describePages } from './print-page.ts';
import { createSpooler } from './spooler.ts';
import { createWindowsPrinter } from './windows-printer.ts';
import { openWindowsQueues } from './windows-queues.ts';

// All of it against stand-ins for Electron and PowerShell: it has never been run on Windows.

interface Said {
  status: string;
  jobs: { id: number; document: string; status: string }[];
}

const normal: Said = { status: 'Normal', jobs: [] };
const id = '0196f2d0-7c1a-7000-8000-000000000001';
const job = { id, document: 'badge' as const, raster: createRaster(1_122, 400) };
const with$ = (printer: string, status: string): Said => ({ status: printer, jobs: [{ id: 7, document: id, status }] });

/** A queue that says one thing after the other, the last one for ever. */
function openPrinter(...answers: (Said | null | 'silent')[]) {
  const removed: string[] = [];
  const asked: Record<string, string>[] = [];
  const documents: string[] = [];
  let isTaken = true;
  const spooler = createSpooler((script, environment) => {
    asked.push(environment);
    expect(script).not.toContain('Office');
    if (script.includes('Remove-PrintJob')) {
      removed.push(environment['FOYER_JOB'] ?? '');
      return Promise.resolve('');
    }
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return Promise.resolve(answer === 'silent' ? null : JSON.stringify(answer));
  });
  const printer = createWindowsPrinter({
    queue: 'Office "1"; rm',
    media: standardMedia.A6,
    spooler,
    printPages: ({ title }) => {
      documents.push(title);
      return Promise.resolve(isTaken);
    },
    limits: { poll: 5, whole: 200 },
  });
  const refuse = () => {
    isTaken = false;
  };
  return { printer, removed, asked, documents, refuse };
}

describe('a queue of Windows', () => {
  it('is printed when the job was marked as printed', async () => {
    const { printer, documents, asked } = openPrinter(
      normal,
      with$('Printing', 'Spooling'),
      with$('Printing', 'Printing'),
      with$('Normal', 'Printed, Retained'),
    );
    expect(await printer.print(job)).toEqual({ state: 'printed' });
    expect(documents).toEqual([id]);
    expect(asked[0]).toEqual({ FOYER_QUEUE: 'Office "1"; rm' });
  });

  it('is unknown when the job is gone: Windows does not know of paper', async () => {
    const { printer } = openPrinter(normal, with$('Printing', 'Printing'), normal);
    expect(await printer.print(job)).toEqual({ state: 'unknown' });
  });

  it.each([
    ['PaperOut', 'Printing', 'paper-out'],
    ['Error, PaperOut', 'Error, Printing', 'paper-out'],
    ['DoorOpen', 'Printing', 'cover-open'],
    ['PaperJam', 'Error', 'faulty'],
    ['Normal', 'Offline', 'offline'],
    ['Error', 'Printing, UserIntervention', 'faulty'],
  ])('%s with a job that is %s is %s, and the job is taken back', async (printerSays, jobSays, fault) => {
    const stopped = with$(printerSays, jobSays);
    const { printer, removed } = openPrinter(normal, stopped, stopped, with$(printerSays, 'Deleting'));
    expect(await printer.print(job)).toEqual({ state: 'failed', fault, paper: 'begun' });
    expect(removed).toEqual(['7']);
  });

  it('is unknown when a job cannot be taken back', async () => {
    const stopped = with$('PaperOut', 'Printing');
    const { printer } = openPrinter(normal, stopped);
    expect(await printer.print(job)).toEqual({ state: 'unknown' });
  });

  it('gets nothing while something is the matter', async () => {
    const { printer, documents } = openPrinter({ status: 'PaperOut', jobs: [] });
    expect(await printer.status()).toEqual({ faults: ['paper-out'], paperLow: false });
    expect(await printer.print(job)).toEqual({ state: 'failed', fault: 'paper-out', paper: 'blank' });
    expect(documents).toEqual([]);
  });

  it('that is not there is offline, and one that does not answer is hung', async () => {
    expect(await openPrinter(null).printer.status()).toMatchObject({ faults: ['offline'] });
    expect(await openPrinter('silent').printer.status()).toMatchObject({ faults: ['hung'] });
  });

  it('is blank when Windows did not take the document, and unknown when the spooler goes', async () => {
    const refusing = openPrinter(normal);
    refusing.refuse();
    expect(await refusing.printer.print(job)).toEqual({ state: 'failed', fault: 'faulty', paper: 'blank' });
    expect(await openPrinter(normal, 'silent').printer.print(job)).toEqual({ state: 'unknown' });
  });
});

describe('the page that is printed', () => {
  it('shows each page at its true size, under a number and nothing else', () => {
    const raster = createRaster(1_122, 300);
    setBlack(raster, 0, 0);
    const size = { keyword: null, width: 10_500, height: 14_800, leftDots: 59, topDots: 59 };
    const html = describePages({ title: id, pages: [raster, raster], size, dotsPerInch: 300, deviceName: 'Office' });
    expect(html).toContain('@page { size: 105mm 148mm; margin: 0 }');
    expect(html.match(/width:3\.74in;height:1in/gu)).toHaveLength(2);
    expect(html.replaceAll(/base64,[^"]*/gu, '').match(/>([^<]+)</gu)).toEqual([
      `>${id}<`,
      expect.stringContaining('@page'),
    ]);
  });

  it('goes to the queue by its name, silently, from a window that nobody sees', async () => {
    const windows = createWindowClass(() => undefined);
    const configured = {
      address: { kind: 'queue', name: 'Office' },
      media: { name: 'a6', ...standardMedia.A6, leftDots: 0, rollMillimetres: null, sheets: null },
    } as ConfiguredPrinter;
    const run = vi
      .fn<() => Promise<string>>()
      .mockResolvedValueOnce(JSON.stringify(normal))
      .mockResolvedValue(JSON.stringify(with$('Normal', 'Printed')));
    const Window = windows.BrowserWindow as unknown as Parameters<typeof openWindowsQueues>[1]['Window'];
    const [printer, ...others] = openWindowsQueues([configured], { platform: 'win32', Window, run });
    expect(others).toEqual([]);
    expect(await printer?.print(job)).toEqual({ state: 'printed' });
    const [window] = windows.opened;
    expect(window?.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } });
    expect(window?.loaded[0]).toMatch(/^data:text\/html;base64,/u);
    expect(window?.webContents.printed).toEqual([
      expect.objectContaining({
        silent: true,
        deviceName: 'Office',
        margins: { marginType: 'none' },
        pageSize: { width: 105_000, height: 148_000 },
        dpi: { horizontal: 300, vertical: 300 },
      }),
    ]);
    expect(window?.did).toContain('destroy');
    expect(openWindowsQueues([configured], { platform: 'linux', Window, run })).toEqual([null]);
  });
});
