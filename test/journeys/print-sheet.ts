import type { Page } from 'playwright-core';
import type { JobOutcome, VisitorDocument } from '../../domain/print-job.ts';
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
  readonly document: VisitorDocument;
  readonly language: Language;
  readonly watch?: Watch;
}

/** Touches "Print my badge", "Print map" or "Print my route" and waits until the screen says how it ended. */
export async function printSheet(
  page: Page,
  { document, language, watch = watchNothing }: PrintOptions,
): Promise<SheetOnScreen> {
  const words = wordsOf(language);
  const { printing, printed } = words;
  const names = {
    badge: { button: words.badge.print, failed: printed.failedBadge },
    map: { button: words.map.print, failed: printed.failedMap },
    route: { button: words.walk.print, failed: printed.failedRoute },
  }[document];
  await page.getByRole('button', { name: names.button, exact: true }).click();
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  const ends = {
    printed: heading(printed[document]).or(heading(printed[`${document}At`])),
    unknown: heading(printed.unknownTitle),
    failed: heading(names.failed),
  };
  const end = ends.printed.or(ends.unknown).or(ends.failed);
  const isPrinting = heading(printing[document]);
  await isPrinting.or(end).waitFor();
  if (await isPrinting.isVisible()) await watch('printing');
  await end.waitFor();
  await watch('printed');
  const told = await page.getByRole('status').innerText();
  const claimCode = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/u.exec(told)?.[0] ?? null;
  if (await ends.printed.isVisible()) return { state: 'printed', claimCode, words: told };
  return { state: (await ends.unknown.isVisible()) ? 'unknown' : 'failed', claimCode, words: told };
}
