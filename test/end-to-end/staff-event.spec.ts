import { PNG } from 'pngjs';
import { expect, test, type Desk } from './staff-desk.ts';

const button = ({ page }: Desk, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: true });

test('arrivals are counted by the quarter hour, as a chart and as a table', async ({ openDesk, venue }) => {
  const desk = await openDesk();
  await desk.signIn('helper');
  await desk.goTo('counts');
  const { total, quarters } = await venue.call('counts', {});
  expect(total.registrations).toBeGreaterThan(100);
  await expect(desk.page.locator('.event-figures dd').first()).toHaveText(String(total.registrations));
  await expect(desk.page.locator('.quarter-walk-in')).toHaveCount(quarters.length);
  await desk.page.getByText(desk.words.staffEvent.counts.table).click();
  await expect(desk.page.locator('.staff-table tbody tr')).toHaveCount(quarters.length);
});

test('an announcement is written, stands at the hub, and is taken back', async ({ openDesk, venue }) => {
  const desk = await openDesk({ language: 'zh-Hant' });
  const { announce } = desk.words.staffEvent;
  await desk.signIn('supervisor');
  await desk.goTo('announcements');
  await button(desk, announce.send).click();
  await expect(desk.page.getByText(announce.missing)).toBeVisible();

  const text = '下一場論壇改在二號舞台';
  await desk.page.getByRole('textbox').nth(1).fill(text);
  await desk.page.getByLabel(announce.urgent).check();
  await button(desk, announce.send).click();
  await expect(desk.page.getByText(announce.sent)).toBeVisible();
  const { announcements } = await venue.call('announcements', {});
  expect(announcements).toMatchObject([
    { text: { 'zh-Hant': text }, level: 'urgent', minutes: 30, staff: venue.staff.supervisor.number },
  ]);

  await button(desk, `${announce.withdraw}: ${text}`).click();
  await expect(desk.page.getByText(announce.none)).toBeVisible();
  expect((await venue.call('announcements', {})).announcements).toEqual([]);
});

test('the seats of a session are closed and opened by a supervisor only', async ({ openDesk, venue }) => {
  const helper = await openDesk();
  await helper.signIn('helper');
  await helper.goTo('sessions');
  await expect(helper.page.locator('.event-line')).not.toHaveCount(0);
  await expect(button(helper, new RegExp(helper.words.staffEvent.sessions.close))).toHaveCount(0);

  const desk = await openDesk();
  const { sessions } = desk.words.staffEvent;
  await desk.signIn('supervisor');
  await desk.goTo('sessions');
  await button(desk, `${sessions.close}: Opening`).click();
  await expect(desk.page.getByText(sessions.isClosed, { exact: true })).toBeVisible();
  const isClosed = async () =>
    (await venue.call('sessions', {})).sessions.find(({ session }) => session.id === 'forum-opening')?.isClosed;
  expect(await isClosed()).toBe(true);
  await button(desk, `${sessions.open}: Opening`).click();
  await expect(desk.page.getByText(sessions.isClosed, { exact: true })).toHaveCount(0);
  expect(await isClosed()).toBe(false);
});

test('a badge layout is changed in its preview, says what it cannot hold, and holds for all', async ({
  openDesk,
  venue,
}) => {
  const desk = await openDesk();
  const { badge } = desk.words.staffEvent;
  const sheet = desk.page.locator('.layout-sheet .badge').first();
  await desk.signIn('supervisor');
  await desk.goTo('badge');
  await expect(sheet).toBeVisible();
  await expect(desk.page.getByText(badge.holds)).toBeVisible();
  await expect(button(desk, badge.save)).toBeDisabled();

  const field = (name: keyof typeof badge.field) => badge.field[name];
  await button(desk, badge.down.replace('{{field}}', field('event'))).click();
  await button(desk, badge.remove.replace('{{field}}', field('field'))).click();
  await desk.page.getByLabel(badge.size.replace('{{field}}', field('claim')), { exact: true }).selectOption('small');
  await desk.page.getByRole('radio', { name: badge.patterns.hatched }).first().check();
  await expect(sheet.locator('.badge-field')).toHaveCount(0);
  await expect(sheet.locator('.badge-stripe')).toHaveAttribute('data-pattern', 'hatched');
  await expect(button(desk, badge.remove.replace('{{field}}', field('name')))).toBeDisabled();

  await desk.page.getByRole('radio', { name: '62 × 100 mm' }).check();
  const logo = { name: 'logo.png', mimeType: 'image/png', buffer: PNG.sync.write(new PNG({ width: 60, height: 60 })) };
  await desk.page.locator('input[type="file"]').setInputFiles(logo);
  for (const name of ['logo', 'event', 'name', 'latin', 'claim', 'stripe'] as const)
    await desk.page.getByLabel(badge.size.replace('{{field}}', field(name)), { exact: true }).selectOption('large');
  await expect(desk.page.getByText(badge.holdsNot)).toBeVisible();
  await button(desk, badge.logoRemove).click();
  await expect(desk.page.getByText(badge.holds)).toBeVisible();

  await button(desk, badge.save).click();
  await expect(desk.page.getByText(badge.saved)).toBeVisible();
  const { layout, isOwn } = await venue.call('badgeLayout', {});
  expect(isOwn).toBe(true);
  expect(layout?.fields.map((one) => one.field)).toEqual(['name', 'event', 'latin', 'claim', 'stripe']);
  expect((await venue.call('me', {})).event?.badge).toEqual(layout);

  await button(desk, badge.reset).click();
  await expect(desk.page.getByText(badge.isPack)).toBeVisible();
  expect(await venue.call('badgeLayout', {})).toMatchObject({ isOwn: false });
});

test('a badge layout is looked at also where the event comes after the page', async ({ openDesk }) => {
  const desk = await openDesk();
  const { badge } = desk.words.staffEvent;
  const { promise: isLetThrough, resolve: letThrough } = Promise.withResolvers<null>();
  await desk.page.route('**/v1/staff/me', async (route) => {
    await isLetThrough;
    await route.continue();
  });
  await desk.signIn('supervisor');
  await desk.goTo('badge');
  await expect(desk.page.getByText(badge.isPack)).toBeVisible();
  letThrough(null);
  await expect(desk.page.locator('.layout-sheet .badge').first()).toBeVisible();
  await expect(desk.page.getByText(badge.holds)).toBeVisible();
});

test('the trail tells what was done, and only a supervisor reads it', async ({ openDesk, venue }) => {
  const technician = await openDesk();
  await technician.signIn('technician');
  await expect(
    technician.page.locator('.staff-nav').getByRole('button', { name: technician.words.staff.pages.audit }),
  ).toHaveCount(0);

  const desk = await openDesk();
  await desk.signIn('supervisor');
  await desk.goTo('audit');
  const rows = desk.page.locator('.event-line');
  await expect(rows.filter({ hasText: desk.words.staffEvent.audit.action['sign-in'] }).first()).toBeVisible();
  const before = await rows.count();
  await button(desk, desk.words.staffEvent.audit.older).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(before);
  const { total } = await venue.call('audit', {});
  expect(total).toBeGreaterThan(before);
});
