import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePackages, makeRelease, releaseKey } from '../../build/update/release.fixture.ts';
import { signDescriptions } from '../../build/update/describe-release.ts';
import { openJournal } from '../journal/open-journal.ts';
import { openFolderSource } from './folder-source.ts';
import { installPackage, type InstallCall } from './install-package.ts';
import { idleBefore } from './may-install.ts';
import { openUpdates, type KioskUse, type UpdatesParts } from './updates.ts';

const logger = pino({ level: 'silent' });
const night = '2025-05-30T22:00:00+08:00';
let root: string;
let data: string;
let ended: string[];
let installed: string[];
let clock: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-updates-'));
  data = join(root, 'data');
  mkdirSync(data);
  [ended, installed, clock] = [[], [], 0];
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const idle: KioskUse = {
  isVisitOn: false,
  isStaffHere: false,
  printing: 0,
  event: { timeZone: 'Asia/Hong_Kong', days: [{ date: '2025-05-30', opens: '10:00', closes: '18:00' }] },
};

function open(running: string, more: Partial<UpdatesParts> = {}) {
  return openUpdates({
    data,
    running,
    installation: {
      form: { kind: 'deb', channel: 'latest-chromium' },
      publicKey: releaseKey.publicKey,
      appImage: null,
    },
    openSource: () => openFolderSource(join(root, 'releases')),
    window: null,
    spool: join(root, 'spool'),
    isOnBattery: () => null,
    install({ next }: InstallCall) {
      installed.push(next.version);
      return Promise.resolve('restart' as const);
    },
    end: (how) => ended.push(how),
    clock: () => clock,
    now: () => night,
    pause: () => Promise.resolve(),
    logger,
    ...more,
  });
}

async function opened(running: string, more: Partial<UpdatesParts> = {}) {
  const updates = await open(running, more);
  if (updates === null) throw new Error('it went back');
  return updates;
}

async function release(version: string, content?: Buffer, journalSchema = 3) {
  return makeRelease({ root: join(root, 'releases'), version, journalSchema, ...(content && { content }) });
}

async function releaseBoth(journalSchema = 3) {
  const { first, second } = makePackages(200_000);
  await release('0.1.0', first);
  return release('0.2.0', second, journalSchema);
}

/** From the offer to the trial. */
async function putIn() {
  const updates = await opened('0.1.0');
  await updates.step(() => idle);
  clock += idleBefore;
  await updates.step(() => idle);
  expect(installed).toEqual(['0.2.0']);
  await updates.close();
}

describe('an update', () => {
  it('is fetched while nobody is there, and put in when it may be', async () => {
    await releaseBoth();
    const updates = await opened('0.1.0');
    await updates.step(() => ({ ...idle, isVisitOn: true }));
    expect(updates.report()).toEqual({ state: 'current', version: '0.1.0', reason: null });
    await updates.step(() => idle);
    expect(updates.report()).toEqual({ state: 'waiting', version: '0.2.0', reason: 'not-idle' });
    clock += idleBefore;
    await updates.step(() => ({ ...idle, printing: 1 }));
    expect(updates.report().reason).toBe('printing');
    await updates.step(() => idle);
    expect(updates.report().reason).toBe('not-idle');
    expect(installed).toEqual([]);
    clock += idleBefore;
    await updates.step(() => idle);
    expect([installed, ended]).toEqual([['0.2.0'], ['restart']]);
  });

  it('waits for the evening, unless staff ask for it', async () => {
    await releaseBoth();
    const updates = await opened('0.1.0', { now: () => '2025-05-30T12:00:00+08:00' });
    await updates.step(() => idle);
    clock += idleBefore;
    await updates.step(() => idle);
    expect(updates.report()).toEqual({ state: 'waiting', version: '0.2.0', reason: 'opening-hours' });
    updates.askNow();
    await updates.step(() => idle);
    expect(installed).toEqual(['0.2.0']);
  });

  it('that becomes healthy stays', async () => {
    await releaseBoth();
    await putIn();
    const next = await opened('0.2.0');
    expect(next.report()).toMatchObject({ state: 'on-trial', version: '0.2.0' });
    next.confirmHealthy();
    expect(next.report()).toEqual({ state: 'current', version: '0.2.0', reason: null });
    for (const _ of [1, 2, 3]) expect((await opened('0.2.0')).report().state).toBe('current');
  });

  it('that is not healthy in two starts makes way for the one before, and is not taken again', async () => {
    await releaseBoth();
    await putIn();
    const first = await opened('0.2.0');
    clock += 4 * 60_000;
    await first.step(() => idle);
    // Hung: it ends by itself to be started again.
    expect(ended).toEqual(['restart', 'restart']);
    await opened('0.2.0');
    expect(await open('0.2.0')).toBe(null);
    expect(installed).toEqual(['0.2.0', '0.1.0']);
    const back = await opened('0.1.0');
    expect(back.report()).toEqual({ state: 'rolled-back', version: '0.2.0', reason: 'not-healthy' });
    await back.step(() => idle);
    clock += idleBefore;
    await back.step(() => idle);
    expect(back.report()).toEqual({ state: 'refused', version: '0.2.0', reason: 'known-bad' });
    expect(installed).toHaveLength(2);
  });

  it('is not taken when there is no package to come back to', async () => {
    await release('0.2.0');
    const updates = await opened('0.1.0');
    await updates.step(() => idle);
    expect(updates.report()).toEqual({ state: 'refused', version: '0.2.0', reason: 'no-way-back' });
  });
});

describe('what is refused', () => {
  const refusal = async () => {
    const updates = await opened('0.1.0');
    await updates.step(() => idle);
    clock += idleBefore;
    await updates.step(() => idle);
    expect(installed).toEqual([]);
    return updates.report();
  };

  it('a description that somebody changed', async () => {
    const { folder } = await releaseBoth();
    const place = join(folder, 'latest-chromium.yml');
    writeFileSync(place, readFileSync(place, 'utf8').replace('size: ', 'size: 1'));
    expect(await refusal()).toEqual({ state: 'refused', version: null, reason: 'wrong-signature' });
  });

  it('a package that somebody changed', async () => {
    const { folder, name } = await releaseBoth();
    writeFileSync(join(folder, name), Buffer.alloc(1000));
    expect(await refusal()).toEqual({ state: 'refused', version: '0.2.0', reason: 'wrong-file' });
  });

  it('an older description, well signed, after a newer one was seen', async () => {
    await releaseBoth();
    await release('0.3.0');
    const updates = await opened('0.1.0');
    await updates.step(() => idle);
    await updates.close();
    rmSync(join(root, 'releases', '0.3.0'), { recursive: true });
    expect(await refusal()).toEqual({ state: 'refused', version: '0.2.0', reason: 'replayed' });
  });

  it('a version that could not read the journal', async () => {
    const { folder } = await releaseBoth();
    signDescriptions({ folder, key: releaseKey.privateKey, journalSchema: 2 });
    const journal = openJournal(join(data, 'journal.sqlite'), logger);
    if (journal.ok) journal.value.close();
    expect(await refusal()).toEqual({ state: 'refused', version: '0.2.0', reason: 'data-newer' });
  });

  it('a stick that is not there is no reason to stop', async () => {
    expect(await refusal()).toEqual({ state: 'refused', version: null, reason: 'unreachable' });
  });
});

describe('a version that has brought the journal to a newer form', () => {
  function migrate(more = '') {
    const database = new DatabaseSync(join(data, 'journal.sqlite'));
    database.exec(`alter table record add column colour text; pragma user_version = 4; ${more}`);
    database.close();
  }
  async function failTwice() {
    await opened('0.2.0');
    await opened('0.2.0');
    return open('0.2.0');
  }
  beforeEach(async () => {
    const journal = openJournal(join(data, 'journal.sqlite'), logger);
    if (!journal.ok) throw new Error(journal.reason.message);
    journal.value.close();
    await releaseBoth(4);
    await putIn();
  });

  it('is left with the journal as it was, when nothing has happened since', async () => {
    migrate();
    expect(await failTwice()).toBe(null);
    const journal = openJournal(join(data, 'journal.sqlite'), logger);
    expect(journal.ok).toBe(true);
    if (journal.ok) journal.value.close();
  });

  it('is kept, sick as it is, when a seat or a record came in since', async () => {
    migrate(`insert into lease (id, event, kiosk, session, wanted) values ('l1', 'e', 'K1', 's', 2);`);
    const stays = await failTwice();
    expect(stays?.report()).toEqual({ state: 'refused', version: '0.2.0', reason: 'no-way-back' });
    expect(installed).toEqual(['0.2.0']);
  });
});

describe('an AppImage', () => {
  it('is swapped for the new one whole', async () => {
    const { first, second } = makePackages(200_000);
    const options = { root: join(root, 'releases'), channel: 'latest-linux', ending: '.AppImage' } as const;
    const old = await makeRelease({ ...options, version: '0.1.0', content: first });
    await makeRelease({ ...options, version: '0.2.0', content: second });
    const appImage = join(root, 'Foyer.AppImage');
    writeFileSync(appImage, readFileSync(join(old.folder, old.name)));
    process.env['APPIMAGE'] = appImage;
    const installation = {
      form: { kind: 'appimage', channel: 'latest-linux' },
      publicKey: releaseKey.publicKey,
      appImage,
    } as const;
    const updates = await opened('0.1.0', { installation, install: installPackage });
    await updates.step(() => idle);
    clock += idleBefore;
    await updates.step(() => idle);
    delete process.env['APPIMAGE'];
    expect(readFileSync(appImage).equals(second)).toBe(true);
    expect(ended).toEqual(['restart']);
  });
});
