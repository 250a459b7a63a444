import type { Page } from 'playwright-core';
import { errors, type ErrorCode } from '../../domain/errors.ts';
import type { Language } from '../../domain/localised.ts';
import { enterName, goOn } from '../journeys/register-walk-in.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import type { ListedName } from './read-names.ts';

export interface NamePassed {
  /** What the kiosk took, or null when it refused both. */
  readonly spelling: 'own' | 'latin' | null;
  readonly refusals: ErrorCode[];
  readonly problems: string[];
}

/** Enters a name and touches "Next"; when it is refused and there is a Latin spelling, that one alone, as the visitor is asked to. */
export async function passNameScreen(
  page: Page,
  { language, listed }: { language: Language; listed: ListedName },
): Promise<NamePassed> {
  const refusals: ErrorCode[] = [];
  const problems: string[] = [];
  const spellings = [
    { spelling: 'own' as const, name: listed },
    { spelling: 'latin' as const, name: { own: '', latin: listed.latin } },
  ];
  for (const { spelling, name } of listed.latin === '' ? spellings.slice(0, 1) : spellings) {
    const visitor = createVisitor({ language, name });
    await enterName(page, visitor);
    await goOn(page, visitor);
    const next = page.getByRole('heading', { name: wordsOf(language).register.contact.question });
    const refusal = page.getByRole('alert');
    await next.or(refusal).first().waitFor();
    if (await next.isVisible()) return { spelling, refusals, problems };
    for (const alert of await refusal.all()) {
      const words = (await alert.innerText()).trim();
      const code = codeOf(words, language);
      if (code === null) problems.push(`the screen refuses without clear words: “${words}”`);
      else refusals.push(code);
      if (!(await isInView(page, await alert.boundingBox()))) problems.push(`“${words}” is not in view`);
    }
  }
  return { spelling: null, refusals, problems };
}

function codeOf(words: string, language: Language): ErrorCode | null {
  const found = Object.entries(errors).find(([, { visitor }]) => visitor[language] === words);
  return found === undefined ? null : (found[0] as ErrorCode);
}

async function isInView(page: Page, box: { y: number; height: number } | null): Promise<boolean> {
  const height = await page.evaluate(() => window.innerHeight);
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
