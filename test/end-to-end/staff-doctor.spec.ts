import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startKiosk, type KioskProcess } from '../faults/harness/kiosk-process.ts';
import { examineRed } from './examine-red.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';
import { expect, test } from './staff-desk.ts';

let folder: string;
let kiosk: KioskProcess | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-red-kiosk-'));
});
test.afterEach(async () => {
  await kiosk?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('a kiosk whose examination was red takes nobody until a supervisor lets it go live', async ({
  venue,
  openDesk,
}) => {
  examineRed(folder, 'K2');
  const code = await venue.hub.createCode('K2');
  kiosk = await startKiosk({ folder, flags: ['--kiosk', 'K2', '--hub', venue.hub.ready.address, '--enrol', code] });
  const { bridge } = kiosk;
  expect(await bridge.gate({})).toEqual({ state: 'closed', reason: 'not-ready' });
  // The first that a page asks; then it talks to its hub.
  void bridge.awaitNews({ seen: 0 }).catch(() => undefined);

  const helper = await openDesk();
  await helper.signIn('helper');
  await helper.goTo('kiosks');
  const { goLive, state, found, check } = helper.words.doctor;
  const cardOf = ({ page }: typeof helper) =>
    page.locator('.kiosk-card', { has: page.getByRole('heading', { name: 'K2' }) });
  await expect(cardOf(helper)).toContainText(state.red, { timeout: 30_000 });
  await expect(cardOf(helper)).toContainText(`${check.printers} badges · ${found.red}`);
  await expect(cardOf(helper)).toContainText('foyer lock-down apply');
  await expect(cardOf(helper).getByRole('button', { name: goLive.button })).toHaveCount(0);
  expect(await helper.page.evaluate(findLayoutFaults, leastTouch)).toEqual([]);

  const supervisor = await openDesk();
  await supervisor.signIn('supervisor');
  await supervisor.goTo('kiosks');
  const card = cardOf(supervisor);
  await card.getByRole('button', { name: goLive.button }).click();
  await expect(card.getByRole('button', { name: goLive.confirm, exact: true })).toBeDisabled();
  await card.getByText(goLive.reasons['needed-now']).click();
  await card.getByRole('button', { name: goLive.confirm, exact: true }).click();
  await expect.poll(() => bridge.gate({}), { timeout: 30_000 }).toEqual({ state: 'open' });
  await expect(card).toContainText(goLive.reasons['needed-now'], { timeout: 30_000 });
  const { entries } = await venue.call('audit', { limit: 20 });
  expect(entries.find(({ action }) => action === 'order')?.subjects).toEqual(
    expect.arrayContaining(['K2', 'go-live', 'needed-now']),
  );
});
