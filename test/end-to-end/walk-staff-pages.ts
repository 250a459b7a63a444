import type { Desk } from './desk.ts';

interface Walk {
  readonly desk: Desk;
  /** Of a visitor with a long name who seems to be here twice. */
  readonly code: string;
  readonly watch: (stop: string) => Promise<void>;
}

/** Comes past everything that a supervisor can see. */
export async function walkStaffPages({ desk, code, watch }: Walk): Promise<void> {
  const { page, words } = desk;
  const { staffVisitors, staffMachines, staff } = words;
  const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
  const task = async (name: string, stop: string) => {
    await button(name).click();
    await watch(stop);
    await button(staff.back).click();
  };
  await watch('sign-in');
  await desk.signIn('supervisor');
  await watch('find');
  await desk.find('qqqqqqq');
  await page.getByText(staffVisitors.find.none).waitFor();
  await watch('nobody found');
  await desk.find('陳');
  await page.locator('.found-visitors').waitFor();
  await watch('found');
  await desk.find(code);
  // Those of the search before go first.
  await page.locator('.found-visitors li:only-child button').click();
  await page.locator('.visitor-facts').waitFor();
  await watch('visitor');
  await button(staffVisitors.pairs.compare).click();
  await page.locator('.compare').waitFor();
  await watch('pair compared');
  await task(staffVisitors.visitor.correct, 'correct');
  await task(staffVisitors.visitor.merge, 'merge by hand');
  await task(staffVisitors.visitor.erase, 'erase');
  await button(staffVisitors.visitor.reprint).click();
  await page.getByLabel(staffVisitors.reprint.reason.lost, { exact: true }).check();
  await page.locator('.printer-choice').filter({ hasText: 'K1' }).click();
  await watch('reprint');
  await desk.goTo('register');
  await button(staffVisitors.register.save).click();
  await watch('register');
  await desk.goTo('pairs');
  await page.locator('.pair-line').first().waitFor();
  await watch('pairs');
  await desk.goTo('printers');
  // A story before this one may have brought a second kiosk, which is away by now and leads the list.
  const printer = page.locator('.printer-card', { has: page.getByRole('heading', { name: 'K1' }) });
  await printer.waitFor();
  await watch('printers');
  await printer.getByRole('button', { name: staffMachines.printers.test, exact: true }).click();
  await page.locator('.staff-notice-good').waitFor({ timeout: 30_000 });
  await watch('test sheet');
  await desk.goTo('kiosks');
  await page.locator('.kiosk-card').first().waitFor();
  await watch('kiosks');
  await walkEvent({ desk, watch });
}

/** What a supervisor sees of the event itself. */
async function walkEvent({ desk, watch }: Pick<Walk, 'desk' | 'watch'>): Promise<void> {
  const { page, words } = desk;
  const { announce, counts } = words.staffEvent;
  await desk.goTo('counts');
  await page.getByText(counts.table).click();
  await watch('counts');
  await desk.goTo('announcements');
  await page.getByRole('main').getByRole('button', { name: announce.send }).click();
  await watch('announcements');
  await desk.goTo('sessions');
  await page.locator('.event-line').first().waitFor();
  await watch('sessions');
  await desk.goTo('badge');
  await page.locator('.layout-sheet .badge[data-laid-out="yes"]').first().waitFor();
  await watch('badge layout');
  await desk.goTo('audit');
  await page.locator('.event-line').first().waitFor();
  await watch('audit');
}
