import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { askHost } from './ask-host.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';
import { expect, test } from './staff-fixtures.ts';
import { announce } from './staffed-kiosk.ts';

const words = wordsOf('en');
const calm = { en: 'The forum begins at 11:00.', 'zh-Hant': '論壇於 11:00 開始。' };
const urgent = { en: 'Please leave the building.' };

test('a calm one stands beside everything and can be read whole, in the nearest language there is', async ({
  staffed: { page },
  member,
}) => {
  await waitForAttract(page);
  await announce(page, member, { text: calm, level: 'calm', minutes: 5 });
  await expect(page.getByRole('status')).toContainText(calm.en);
  await expect(page.getByRole('status')).toContainText(calm['zh-Hant']);

  await startVisit(page, 'zh-Hans');
  const line = page.getByRole('button', { name: calm['zh-Hant'] });
  await expect(line).toContainText('以繁体中文发布');
  for (const viewport of [
    { width: 1024, height: 768 },
    { width: 1920, height: 1080 },
    { width: 768, height: 1024 },
  ]) {
    await page.setViewportSize(viewport);
    expect(await page.evaluate(findLayoutFaults, leastTouch)).toEqual([]);
  }
  await line.click();
  await expect(page.getByRole('dialog')).toContainText(calm['zh-Hant']);
});

test('an urgent one interrupts a visit once, and stands there until it is taken back', async ({
  staffed: { page },
  member,
}) => {
  await startVisit(page, 'en');
  await announce(page, member, { text: urgent, level: 'urgent', minutes: 5 });
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(urgent.en);
  await dialog.getByRole('button', { name: words.announcements.close, exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: words.home.companies }).last().click();
  await expect(page.getByRole('button', { name: urgent.en })).toBeVisible();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: words.footer.startOver, exact: true }).click();
  await waitForAttract(page);
  await expect(page.getByRole('alert')).toContainText(urgent.en);
  await startVisit(page, 'en').catch(() => undefined);
  await expect(dialog, 'once for the next visitor, too').toContainText(urgent.en);
  await dialog.getByRole('button', { name: words.announcements.close, exact: true }).click();

  await askHost(page, 'staffSignIn', { credentials: { by: 'badge', badge: member.badge } });
  const told = await askHost<{ value: { announcements: { id: string }[] } }>(page, 'staffCall', {
    name: 'announcements',
    input: {},
  });
  for (const { id } of told.value.announcements)
    await askHost(page, 'staffCall', { name: 'withdrawAnnouncement', input: { id } });
  await expect(page.getByRole('button', { name: urgent.en })).toHaveCount(0);
});

test('one goes when its minutes are over, by no wall clock', async ({ staffed: { page }, member }) => {
  await page.clock.install();
  await page.reload();
  await waitForAttract(page);
  await announce(page, member, { text: calm, level: 'calm', minutes: 1 });
  await expect(page.getByRole('status')).toContainText(calm.en);
  await page.clock.runFor(59_000);
  await expect(page.getByRole('status')).toContainText(calm.en);
  await page.clock.runFor(2000);
  await expect(page.getByRole('status')).toHaveCount(0);
});

test('a session that staff have closed says so, and offers no waiting list', async ({ staffed: { page }, member }) => {
  await startVisit(page, 'en');
  await askHost(page, 'staffSignIn', { credentials: { by: 'badge', badge: member.badge } });
  const [session] = (await askHost<{ session: string }[]>(page, 'seats', { claimCode: null })).map(
    (each) => each.session,
  );
  expect(await askHost(page, 'staffCall', { name: 'closeSession', input: { session, isClosed: true } })).toMatchObject({
    ok: true,
  });
  await page.getByRole('main').getByRole('button', { name: words.home.agenda }).last().click();
  const closed = page.getByRole('listitem').filter({ hasText: words.seat.closed });
  await expect(closed).toHaveCount(1);
  await expect(
    closed.getByRole('button', { name: new RegExp(`${words.seat.book}|${words.seat.wait}`, 'u') }),
  ).toHaveCount(0);
  await closed.getByRole('heading').getByRole('button').click();
  await expect(page.getByText(words.seat.closed)).toBeVisible();
});
