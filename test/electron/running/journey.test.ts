import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openRegistration, readRecords } from '../../end-to-end/journal-of.ts';
import { watchOutput } from '../../end-to-end/host-process.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit, waitForAttract } from '../../journeys/visit.ts';
import { createVisitor } from '../../journeys/visitor.ts';
import { startRunning } from './open-running.ts';
import { useRunningShell } from './running-shell.ts';

const running = useRunningShell(['--window']);
const limit = { timeout: 120_000 };

it('a walk-in registers and takes the badge: journal, screen and printed picture agree', limit, async () => {
  const shell = running();
  const page = await shell.page();
  const visitor = createVisitor({ language: 'zh-Hant', name: { own: '陳大文', latin: 'Chan Tai Man' } });
  await startVisit(page, 'zh-Hant');
  await registerWalkIn(page, visitor);
  const [record, ...more] = readRecords(shell);
  if (record === undefined) throw new Error('the journal is empty');
  expect(more).toEqual([]);
  await expect(openRegistration(record)).resolves.toMatchObject({ name: visitor.name, contact: visitor.contact });
  const sheet = await printSheet(page, { document: 'badge', language: 'zh-Hant' });
  expect(sheet).toMatchObject({ state: 'printed', claimCode: record.claimCode });
  expect(readdirSync(join(shell.dataFolder, 'printed'))).toHaveLength(1);
  await finishVisit(page, 'zh-Hant');
  await expect.poll(() => recorded('clipboard.clear')).not.toEqual([]);
});

it('a page that crashes comes back; the host, and what it has, stay', limit, async () => {
  const shell = running();
  const page = await shell.page();
  const before = readRecords(shell);
  const loads = (await recorded('did-finish-load')).length;
  const crashed = page.waitForEvent('crash');
  const client = await page.context().newCDPSession(page);
  void client.send('Page.crash').catch(() => undefined);
  await crashed;
  await untilLoaded(loads + 1);
  const again = await shell.page();
  await startVisit(again, 'en');
  await registerWalkIn(again, createVisitor());
  expect((await recorded('render-process-gone')).length).toBeGreaterThan(0);
  expect(readRecords(shell).map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect(readRecords(shell)[0]).toEqual(before[0]);
});

it('a page that hangs is ended and comes back', limit, async () => {
  const shell = running();
  const before = (await recorded('did-finish-load')).length;
  const hung = await shell.page();
  void hung.evaluate('while (true) {}').catch(() => undefined);
  await untilLoaded(before + 1);
  const again = await shell.page();
  await waitForAttract(again);
  expect(readRecords(shell)).toHaveLength(2);
});

it('a second start gives way, and the first one hears of it', limit, async () => {
  const shell = running();
  const second = watchOutput(startRunning('', ['--data', shell.dataFolder, '--hub', 'none', '--window']));
  await once(second.process, 'exit');
  expect(second.process.exitCode).toBe(1);
  expect(second.output()).toContain(shell.dataFolder);
  await expect.poll(() => recorded('focus')).not.toEqual([]);
});

it('what the processes take is measured', async () => {
  const metrics = (await running().ask({ what: 'metrics' })) as { type: string; memory: object }[];
  expect(new Set(metrics.map(({ type }) => type))).toEqual(new Set(['Browser', 'Tab', 'GPU', 'Utility', 'Zygote']));
});

it('a signal ends the host in order, and the browser with it', limit, async () => {
  const shell = running();
  const { process: host } = shell.host;
  host.kill('SIGTERM');
  await expect.poll(() => host.exitCode).toBe(0);
});

/** A page is hung after seven seconds, and comes up in some more where a busy machine has other work. */
async function untilLoaded(times: number): Promise<void> {
  await expect
    .poll(async () => (await recorded('did-finish-load')).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(times);
}

async function recorded(what: string) {
  const all = (await running().ask({ what: 'record' })) as { what: string }[];
  return all.filter((each) => each.what === what);
}
