import type { Page } from 'playwright-core';
import type { JobOutcome, PrintDocument } from '../../domain/print-job.ts';
import type { Language } from '../../domain/localised.ts';
import { watchNothing, type Watch } from './visit.ts';
import { wordsOf } from './words.ts';

export interface SheetOnScreen {
  /** As the screen tells it. */
  readonly state: Exclude<JobOutcome['state'], 'cancelled'>;
  /** Beside a badge: what finds it again. */
  readonly claimCode: string | null;
  /** All that the screen says about it. */
  readonly words: string;
}

interface PrintOptions {
  readonly document: PrintDocument;
  readonly language: Language;
  readonly watch?: Watch;
}

/** Touches "Print my badge" or "Print map" and waits until the screen says how it ended. */
export async function printSheet(
  page: Page,
  { document, language, watch = watchNothing }: PrintOptions,
): Promise<SheetOnScreen> {
  const { badge, map, printing, printed } = wordsOf(language);
  const isBadge = document === 'badge';
  await page.getByRole('button', { name: isBadge ? badge.print : map.print, exact: true }).click();
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const ends = {
    printed: heading(isBadge ? printed.badge : printed.map),
    unknown: heading(printed.unknownTitle),
    failed: heading(isBadge ? printed.failedBadge : printed.failedMap),
  };
  const end = ends.printed.or(ends.unknown).or(ends.failed);
  const isPrinting = heading(isBadge ? printing.badge : printing.map);
  await isPrinting.or(end).waitFor();
  if (await isPrinting.isVisible()) await watch('printing');
  await end.waitFor();
  await watch('printed');
  const words = await page.getByRole('status').innerText();
  const claimCode = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/u.exec(words)?.[0] ?? null;
  if (await ends.printed.isVisible()) return { state: 'printed', claimCode, words };
  return { state: (await ends.unknown.isVisible()) ? 'unknown' : 'failed', claimCode, words };
}
