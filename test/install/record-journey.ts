import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wordsOf } from '../journeys/words.ts';
import { openKiosk } from '../end-to-end/open-kiosk.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { touchKeys } from '../journeys/type-text.ts';
import { screen, type Journey, type JourneyStep } from './journey.ts';

const words = wordsOf('en');

/**
 * Where a visitor touches, and what each screen looks like, from a kiosk of this checkout: the installed one is driven blind, as by
 * a person, because its policies let nothing look into its page.
 * @param folder for the pictures
 */
export async function recordJourney(folder: string): Promise<Journey> {
  const kiosk = await openKiosk({ shell: 'chromium', viewport: screen, flags: ['--hub', 'embedded'] });
  try {
    const { page } = kiosk;
    const record = await startRecording(page, folder);
    await register(page, record.see);
    const claimCode = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/u.exec(await page.getByRole('status').innerText())?.[0];
    if (claimCode === undefined) throw new Error('The screen shows no claim code.');
    await page.getByRole('button', { name: words.printed.finish, exact: true }).click();
    await page.getByRole('button', { name: words.attract.invitation }).waitFor();
    await record.see('attract-again');
    const registered = record.take();
    await scanCode(page, claimCode);
    await page
      .getByRole('heading', { name: words.badge.title })
      .or(page.getByRole('heading', { name: words.checkIn.title }))
      .waitFor();
    await record.see('found');
    return { register: registered };
  } finally {
    await kiosk.close();
  }
}

type See = (name: string) => Promise<void>;

/** From "Touch to start" to the printed badge, with the keys on the screen. */
async function register(page: Page, see: See): Promise<void> {
  const { home, register: form, badge, printed } = words;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });
  await page.getByRole('button', { name: words.attract.invitation }).waitFor();
  await see('attract');
  await page.getByRole('button', { name: words.attract.invitation }).click();
  await button('English').waitFor();
  await see('language');
  await button('English').click();
  await heading(home.question).waitFor();
  await see('home');
  await page.getByRole('button', { name: home.register }).click();
  await heading(form.consent.question).waitFor();
  await see('consent');
  await page.getByText(form.consent.agree, { exact: true }).click();
  await button(form.consent.next).click();
  await heading(form.name.question).waitFor();
  await page.getByRole('textbox', { name: form.name.latin, exact: true }).click();
  await see('name');
  await touchKeys(page, words, 'Ada');
  await see('name-typed');
  await button(form.next).click();
  await heading(form.contact.question).waitFor();
  await page.getByRole('textbox', { name: form.contact.email, exact: true }).click();
  await see('contact');
  await touchKeys(page, words, 'ada@a.hk');
  await see('contact-typed');
  await button(form.next).click();
  await heading(form.about.question).waitFor();
  await page.getByText(form.status.student, { exact: true }).click();
  await see('about');
  await button(form.next).click();
  await heading(form.talent.question).waitFor();
  await page.getByText(form.talent.private, { exact: true }).click();
  await see('talent');
  await button(form.talent.finish).click();
  await heading(badge.title).waitFor();
  await see('badge');
  await button(badge.print).click();
  await heading(printed.badge).or(heading(printed.badgeAt)).waitFor();
  await see('printed');
}

async function startRecording(page: Page, folder: string) {
  let steps: JourneyStep[] = [];
  await page.exposeFunction('noteTap', (x: number, y: number) => {
    steps.push({ kind: 'tap', x: Math.round(x), y: Math.round(y) });
  });
  await page.evaluate(() => {
    window.addEventListener(
      'pointerdown',
      ({ clientX, clientY }) => {
        (globalThis as unknown as { noteTap: (x: number, y: number) => void }).noteTap(clientX, clientY);
      },
      { capture: true },
    );
  });
  return {
    see: async (name: string) => {
      const picture = `${name}.png`;
      await page.mouse.move(0, 0);
      writeFileSync(join(folder, picture), await page.screenshot({ animations: 'disabled', caret: 'initial' }));
      steps.push({ kind: 'see', name, picture });
    },
    take: () => {
      const taken = steps;
      steps = [];
      return taken;
    },
  };
}
