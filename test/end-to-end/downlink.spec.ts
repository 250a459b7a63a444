import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startHub, type HubProcess } from '../faults/harness/hub-process.ts';
import { findJob } from '../journeys/find-job.ts';
import { enterName, openNameScreen } from '../journeys/register-walk-in.ts';
import { startVisit } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { countJobs } from './count-jobs.ts';
import { expect, test as base } from './kiosk-test.ts';
import { samplePack } from './sample-event.ts';

const words = wordsOf('en');
const jobsSchema = z.array(z.looseObject({ id: z.string(), title: z.looseObject({ en: z.string().optional() }) }));

/** A hub of its own, and a kiosk that is enrolled with it. */
const test = base.extend<{ folder: string; hub: HubProcess }>({
  folder: async ({ shell }, use) => {
    const folder = mkdtempSync(join(tmpdir(), `foyer-downlink-${shell}-`));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  hub: async ({ folder }, use) => {
    const hubFolder = join(folder, 'hub');
    mkdirSync(hubFolder, { mode: 0o700 });
    const hub = await startHub({ folder: hubFolder, event: copyPack(folder) });
    await use(hub);
    await hub.stop();
  },
});

/** Without its attendees, whose codes take seconds to lock. */
function copyPack(folder: string): string {
  const pack = join(folder, 'pack');
  cpSync(samplePack, pack, { recursive: true });
  rmSync(join(pack, 'attendees.csv'));
  return pack;
}

/** Takes a job off the organiser's list and loads the list again. */
async function removeJob({ folder, hub }: { folder: string; hub: HubProcess }, title: string): Promise<void> {
  const path = join(folder, 'pack', 'jobs.json');
  const jobs = jobsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const left = jobs.filter((job) => job.title.en !== title);
  expect(left.length).toBeLessThan(jobs.length);
  writeFileSync(path, JSON.stringify(left));
  await hub.ask('POST', '/v1/operator/event', { folder: join(folder, 'pack') });
}

test('a job that is taken off the list leaves the screens of a visitor who looks at it, and nothing else changes', async ({
  folder,
  hub,
  openKiosk,
}) => {
  const code = await hub.createCode();
  const { page } = await openKiosk({ flags: ['--hub', hub.ready.address, '--enrol', code] });
  await startVisit(page, 'en');
  const { title } = await findJob(page, { language: 'en', search: 'analog' });
  await removeJob({ folder, hub }, title);
  await expect(page.getByRole('heading', { name: words.gone.title, exact: true })).toBeVisible();
  await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await expect(page.getByRole('textbox', { name: words.jobs.search, exact: true })).toHaveValue('analog');
});

test('a visitor who is typing is not disturbed', async ({ folder, hub, openKiosk }) => {
  const code = await hub.createCode();
  const { page } = await openKiosk({ flags: ['--hub', hub.ready.address, '--enrol', code] });
  await startVisit(page, 'en');
  const jobs = page.getByRole('main').getByRole('button', { name: words.home.match }).last();
  const before = await jobs.innerText();
  const visitor = createVisitor({ name: { own: '', latin: 'Ada Lovelace' } });
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  const field = page.getByRole('textbox', { name: words.register.name.latin, exact: true });
  await field.focus();
  const held = await countJobs(page);
  await removeJob({ folder, hub }, firstTitle(folder));
  await expect.poll(() => countJobs(page)).toBe((held ?? 0) - 1);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('Ada Lovelace');
  for (let step = 0; step < 2; step += 1)
    await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await expect(jobs).not.toHaveText(before);
});

function firstTitle(folder: string): string {
  const jobs = jobsSchema.parse(JSON.parse(readFileSync(join(folder, 'pack', 'jobs.json'), 'utf8')));
  return jobs.find(({ title }) => title.en !== undefined)?.title.en ?? '';
}
