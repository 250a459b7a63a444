import { z } from 'zod';
import type { Raster } from '../../../domain/raster.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { callBridge } from '../../bridge/bridge.ts';
import type { PageCall } from '../../bridge/bridge-door.ts';
import { rasterInput } from '../../bridge/raster-input.ts';
import { defineVerb } from '../../bridge/verb.ts';
import {
  toldByPageSchema,
  type OpenFailure,
  type PageFindings,
  type PageTask,
  type ToldByPage,
} from './page-findings.ts';

/** A browser of the shell with the examination page in it. */
export interface OpenedPage {
  readonly hasDisplay: boolean;
  /** Null where the shell cannot tell. */
  readonly hasSandbox: boolean | null;
  /** When the browser ends by itself. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** How a shell opens its real browser on `doctor.html`, whose messages go to `call`; without a display, out of sight. */
export type OpenExamination = (call: PageCall) => Promise<Result<OpenedPage, Exclude<OpenFailure, 'not-shown'>>>;

export interface ExaminationPage {
  /** Opens the browser at the first question. */
  findings(): Promise<Result<PageFindings, OpenFailure>>;
  /** Null when the page did not draw it. */
  drawSheet(printer: string): Promise<Raster | null>;
  close(): Promise<void>;
}

export interface ExaminationPageParts {
  readonly open: OpenExamination;
  readonly task: PageTask;
  /** Milliseconds for the page to start and to look, and for all of its sheets. */
  readonly patience?: { readonly findings: number; readonly sheets: number };
}

const usualPatience = { findings: 40_000, sheets: 60_000 };

export function createExaminationPage({ open, task, patience = usualPatience }: ExaminationPageParts): ExaminationPage {
  const told = Promise.withResolvers<ToldByPage>();
  const sheets = new Map(task.sheets.map(({ printer }) => [printer, Promise.withResolvers<Raster | null>()]));
  const media = new Map(task.sheets.map((sheet) => [sheet.printer, sheet.media]));
  const verbs = createVerbs({
    task,
    onFound: told.resolve,
    onSheet(printer, raster) {
      const paper = media.get(printer);
      if (paper === undefined) return;
      const dots = rasterInput(paper).safeParse(raster);
      sheets.get(printer)?.resolve(dots.success ? dots.data : null);
    },
  });
  let opened: OpenedPage | null = null;
  let findings: Promise<Result<PageFindings, OpenFailure>> | null = null;
  const timers = new Set<NodeJS.Timeout>();
  const after = (milliseconds: number) =>
    new Promise<null>((resolve) => {
      timers.add(setTimeout(resolve, milliseconds, null));
    });

  async function look(): Promise<Result<PageFindings, OpenFailure>> {
    const page = await open((verb, input) => callBridge(verbs, verb, input));
    if (!page.ok) return page;
    opened = page.value;
    const { hasDisplay, hasSandbox, ended } = page.value;
    const found = await Promise.race([told.promise, ended.then(() => null), after(patience.findings)]);
    return found === null ? err('not-shown') : ok({ ...found, hasDisplay, hasSandbox });
  }

  const read = () => (findings ??= look());
  return {
    findings: read,
    async drawSheet(printer) {
      const seen = await read();
      const sheet = sheets.get(printer);
      if (!seen.ok || sheet === undefined) return null;
      return Promise.race([sheet.promise, after(patience.sheets)]);
    },
    async close() {
      await findings;
      for (const timer of timers) clearTimeout(timer);
      await opened?.close();
    },
  };
}

/** What the page may call. */
export function createVerbs(parts: {
  readonly task: PageTask;
  readonly onFound: (found: ToldByPage) => void;
  readonly onSheet: (printer: string, raster: unknown) => void;
}) {
  return {
    task: defineVerb(z.strictObject({}), () => parts.task),
    found: defineVerb(z.strictObject({ found: toldByPageSchema }), ({ found }) => {
      parts.onFound(found);
      return null;
    }),
    sheet: defineVerb(z.strictObject({ printer: z.string(), raster: z.unknown() }), ({ printer, raster }) => {
      parts.onSheet(printer, raster);
      return null;
    }),
  };
}
