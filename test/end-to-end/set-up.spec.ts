import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { errors } from '../../domain/errors.ts';
import { startHub, type HubProcess } from '../faults/harness/hub-process.ts';
import { registerWalkIn } from '../journeys/register-walk-in.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test as base } from './kiosk-test.ts';
import { findLayoutFaults, leastTouch } from './layout-faults.ts';
import { samplePack } from './sample-event.ts';

const languages = ['en', 'zh-Hant', 'zh-Hans'] as const;
const { setUp } = wordsOf('en');

/** The venue's hub, for all tests. */
const test = base.extend<object, { hub: HubProcess }>({
  hub: [
    async ({ shell: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'foyer-set-up-hub-'));
      const hub = await startHub({ folder, event: samplePack });
      await use(hub);
      await hub.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const codeField = (page: Page) => page.getByRole('textbox', { name: new RegExp(`^${setUp.label}`) });
const addressField = (page: Page) => page.getByRole('textbox', { name: setUp.addressLabel });
const question = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
/** As installers write it. */
const justInstalled = { flags: ['--hub', 'ask'] };

/** With the address, because a test's hub is not on the network. */
async function giveCode(page: Page, code: string, address: string): Promise<void> {
  await codeField(page).fill(code);
  await button(page, setUp.byAddress).click();
  await addressField(page).fill(address);
  await button(page, setUp.begin).click();
}

async function countRecords(hub: HubProcess, kiosk: string): Promise<number> {
  const { kiosks } = await hub.ask<{ kiosks: { kiosk: string; nextSequence: number }[] }>('GET', '/v1/operator/kiosks');
  return (kiosks.find((each) => each.kiosk === kiosk)?.nextSequence ?? 1) - 1;
}

test('the code is typed, and the machine is a kiosk whose visitors the hub has', async ({ hub, openKiosk }) => {
  const { page } = await openKiosk(justInstalled);
  await expect(question(page, setUp.question)).toBeVisible();
  await expect(button(page, setUp.begin)).toBeDisabled();
  const code = await hub.createCode('K3');
  for (const key of code.replaceAll('-', '')) await button(page, key).click();
  await expect(codeField(page)).toHaveValue(code);
  await giveCode(page, code, hub.ready.address);
  await waitForAttract(page);
  await startVisit(page, 'en');
  await registerWalkIn(page, createVisitor({ name: { own: '', latin: 'Ada Lovelace' } }));
  await expect.poll(() => countRecords(hub, 'K3')).toBe(1);
});

test('a scan of the hub’s picture does the same, and a start afterwards asks no more', async ({ hub, openKiosk }) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-set-up-'));
  const first = await openKiosk({ ...justInstalled, dataFolder });
  await question(first.page, setUp.question).waitFor();
  await scanCode(first.page, `${hub.ready.address} ${await hub.createCode('K4')}`);
  await waitForAttract(first.page);
  await first.close();
  const second = await openKiosk({ ...justInstalled, dataFolder });
  await waitForAttract(second.page);
  await second.close();
  rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
});

test('what goes wrong is said with what to do, and the next code works', async ({ hub, openKiosk }) => {
  const { page } = await openKiosk(justInstalled);
  const alertOf = (code: keyof typeof errors) => page.getByText(errors[code].operator.en, { exact: true });
  await codeField(page).fill('7K3U');
  await expect(page.getByText(setUp.noSuchSymbol.replace('{{symbol}}', 'U'))).toBeVisible();
  await expect(button(page, setUp.begin)).toBeDisabled();

  const code = await hub.createCode();
  const mistyped = code.slice(0, -4) + (code.endsWith('0000') ? '1111' : '0000');
  await giveCode(page, mistyped, hub.ready.address);
  await expect(alertOf('hub-wrong-code')).toBeVisible();
  await button(page, setUp.begin).click();
  await expect(alertOf('hub-wrong-code')).toBeVisible();

  await addressField(page).fill('127.0.0.1:1');
  await button(page, setUp.begin).click();
  await expect(alertOf('set-up-unreachable')).toBeVisible();

  await button(page, setUp.back).click();
  await giveCode(page, `${code.startsWith('0') ? '1' : '0'}${code.slice(1)}`, hub.ready.address);
  await expect(alertOf('set-up-other-hub')).toBeVisible();

  const used = await hub.createCode('K9');
  const other = await openKiosk(justInstalled);
  // A scan before there is a page to hear it is lost.
  await question(other.page, setUp.question).waitFor();
  await scanCode(other.page, `${hub.ready.address} ${used}`);
  await waitForAttract(other.page);
  await scanCode(page, `${hub.ready.address} ${used}`);
  await expect(alertOf('hub-code-used')).toBeVisible();

  await scanCode(page, `${hub.ready.address} ${code}`);
  await waitForAttract(page);
});

test('every language has room, upright and lying, in the largest letters, for everybody', async ({ openKiosk }) => {
  const { page } = await openKiosk(justInstalled);
  for (const viewport of [
    { width: 540, height: 960 },
    { width: 960, height: 540 },
  ]) {
    await page.setViewportSize(viewport);
    for (const language of languages) {
      const words = wordsOf(language).setUp;
      await page.getByRole('radio').nth(languages.indexOf(language)).click({ force: true });
      for (const size of ['normal', 'largest']) {
        await page.evaluate((text) => (document.documentElement.dataset['text'] = text), size);
        await question(page, words.question).waitFor();
        expect(await page.evaluate(findLayoutFaults, leastTouch), `${language} ${size}`).toEqual([]);
        await button(page, words.byAddress).click();
        await question(page, words.addressQuestion).waitFor();
        expect(await page.evaluate(findLayoutFaults, leastTouch), `${language} ${size}`).toEqual([]);
        await button(page, words.back).click();
      }
      await page.evaluate(() => delete document.documentElement.dataset['text']);
    }
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    // That nobody can zoom is the kiosk's own decision; the text has sizes.
    expect(violations.filter(({ id }) => id !== 'meta-viewport')).toEqual([]);
  }
});
