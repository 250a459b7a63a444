import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { wordsOf } from './words.ts';

interface MatchJourney {
  readonly language: Language;
  /** Called on each question and on the answer. */
  readonly watch?: (stop: string) => Promise<void>;
}

/** From the home screen through the five questions, the first choice of each, to the jobs that fit. */
export async function walkThroughMatch(page: Page, journey: MatchJourney): Promise<void> {
  const { language, watch = () => Promise.resolve() } = journey;
  const { home, match } = wordsOf(language);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByRole('main').getByRole('button', { name: home.match }).last().click();
  for (const step of ['field', 'level', 'skills', 'languages', 'matters'] as const) {
    const question = page.getByRole('group', { name: match[step].question });
    await question.waitFor();
    await watch(step === 'field' ? 'match' : `match-${step}-filled`);
    await question.getByRole('button').first().click();
    // One answer leads on by itself.
    if (step === 'skills' || step === 'languages') await button(match.next).click();
  }
  await button(match.show).click();
  await page.getByRole('heading', { name: match.title, exact: true }).waitFor();
  await watch('matches');
}
