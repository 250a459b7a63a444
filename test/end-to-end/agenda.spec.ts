import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startVisit } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent, samplePack } from './sample-event.ts';

const { sessions } = loadSampleEvent();
const words = wordsOf('en');
const { programme } = words;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const entries = (page: Page) => page.locator('.agenda > li');

/** @param now a moment, which the screens then show as theirs */
async function openAgenda(page: Page, now: string): Promise<void> {
  await page.clock.setFixedTime(new Date(now));
  await page.reload();
  await startVisit(page, 'en');
  await page.getByRole('main').getByRole('button', { name: words.home.agenda }).last().click();
  await page.getByRole('heading', { name: words.agenda.title, exact: true }).waitFor();
}

test('on the day, what is on and what is next stands on top, and what is over is asked for', async ({ page }) => {
  await openAgenda(page, '2025-05-30T11:10:00+08:00');
  const on = sessions.filter(({ start, end }) => start <= '2025-05-30T11:10' && end > '2025-05-30T11:10');
  const over = sessions.filter(({ end }) => end <= '2025-05-30T11:10');
  const panel = page.locator('.now-panel');
  await expect(panel).toContainText(programme.now);
  await expect(panel).toContainText(on[0]?.title.en ?? 'nothing is on');
  await expect(panel).toContainText(/Next, \d\d:\d\d/u);
  await expect(entries(page)).toHaveCount(sessions.length - over.length);
  await button(page, `${over.length} earlier today`).click();
  await expect(entries(page)).toHaveCount(sessions.length);
});

test('before the day it says when it begins, and afterwards that it is over', async ({ page }) => {
  await openAgenda(page, '2025-05-20T12:00:00+08:00');
  await expect(page.locator('.step-hint')).toHaveText(/^Begins Fri,? 30 May, \d\d:\d\d$/u);
  await expect(page.locator('.now-panel')).toHaveCount(0);
  await expect(entries(page)).toHaveCount(sessions.length);
  await openAgenda(page, '2025-06-01T12:00:00+08:00');
  await expect(page.locator('.step-hint')).toHaveText(programme.over);
});

test('a session has a screen of its own, is kept there, and leads to its room', async ({ page }) => {
  await openAgenda(page, '2025-05-30T09:00:00+08:00');
  await page.locator('.agenda-title').first().click();
  const keep = page.getByRole('button', { name: /^Keep: /u });
  await keep.click();
  await expect(page.getByRole('button', { name: /^Kept: /u })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.list-opener')).toHaveText('1');
  await button(page, programme.showWay).click();
  await expect(button(page, words.map.print)).toBeVisible();
});

/** A conference as large as FOSDEM: 943 sessions in 29 rooms on two days. */
function writeLargePack(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-large-agenda-'));
  cpSync(samplePack, folder, { recursive: true });
  rmSync(join(folder, 'agenda.csv'));
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const agenda = Array.from({ length: 943 }, (_, index) => {
    const room = index % 29;
    const round = Math.floor(index / 29);
    const slot = round % 17;
    const [day, hour] = [round < 17 ? '2025-05-30' : '2025-05-31', 9 + Math.floor(slot / 2)];
    const minute = slot % 2 === 0 ? 0 : 30;
    return {
      id: `s${index}`,
      kind: 'talk',
      start: `${day}T${twoDigits(hour)}:${twoDigits(minute)}`,
      end: `${day}T${twoDigits(hour)}:${twoDigits(minute + 25)}`,
      room: { en: `Room ${room + 1}` },
      track: { en: `Track ${(room % 7) + 1}` },
      title: { en: `Talk ${index}` },
    };
  });
  writeFileSync(join(folder, 'agenda.json'), JSON.stringify(agenda));
  return folder;
}

test('943 sessions in 29 rooms are narrowed by day, time, room and track', async ({ openKiosk }) => {
  const pack = writeLargePack();
  const { page } = await openKiosk({ flags: ['--event', pack] });
  try {
    await openAgenda(page, '2025-05-29T12:00:00+08:00');
    // Not all rows at once: the list grows as it is pulled up.
    await expect(entries(page).first()).toBeVisible();
    expect(await entries(page).count()).toBeLessThan(200);
    await page.getByText(/^Sat,? 31 May$/u).click();
    await expect(entries(page).first()).toContainText('Talk 493');

    await button(page, programme.filter.from).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^From 13:00/u })
      .click();
    await expect(entries(page).first()).toContainText('13:00');
    await button(page, programme.filter.room).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Room 29\b/u })
      .click();
    await expect(page.locator('.agenda')).toContainText('Room 29');
    await expect(page.locator('.agenda')).not.toContainText('Room 28');
    const narrowed = await entries(page).count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(12);

    // A session and back: the programme is narrowed as it was.
    await page.locator('.agenda-title').first().click();
    await button(page, words.footer.back).click();
    await expect(entries(page)).toHaveCount(narrowed);
    await page.locator('.chip[data-selected]', { hasText: 'Room 29' }).click();
    await expect(page.locator('.agenda')).toContainText('Room 1');
  } finally {
    rmSync(pack, { recursive: true });
  }
});
