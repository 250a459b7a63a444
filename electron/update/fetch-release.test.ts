import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { buildBlockMap } from 'app-builder-lib/out/targets/blockmap/blockmap.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePackages, makeRelease, releaseKey } from '../../build/update/release.fixture.ts';
import { readRelease, type UpdateChannel } from '../../domain/protocol/updates.ts';
import { fetchRelease } from './fetch-release.ts';
import { openFolderSource } from './folder-source.ts';
import type { PackageForm } from './package-form.ts';
import type { UpdateSource } from './update-source.ts';

let root: string;
let folder: string;
const logger = pino({ level: 'silent' });
const pause = () => Promise.resolve();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'foyer-fetch-'));
  folder = join(root, 'kiosk');
});
afterEach(() => {
  rmSync(root, { recursive: true });
  delete process.env['APPIMAGE'];
});

/** Counts what goes over the line, and may break it. */
function watch(source: UpdateSource, breakAfter = Infinity) {
  const line = { bytes: 0, requests: 0, paths: [] as string[] };
  const watched: Pick<UpdateSource, 'open'> = {
    async open(path, asked) {
      line.requests += 1;
      line.paths.push(path);
      const opened = await source.open(path, asked);
      let sent = 0;
      opened.body.on('data', (chunk: Buffer) => {
        line.bytes += chunk.length;
        sent += chunk.length;
        if (sent > breakAfter) opened.body.destroy(new Error('the line broke'));
      });
      opened.body.pause();
      return opened;
    },
  };
  return { source: watched, line };
}

function read(channel: UpdateChannel, version = '0.2.0') {
  const place = join(root, version, `${channel}.yml`);
  const release = readRelease({
    description: readFileSync(place),
    signature: readFileSync(`${place}.sig`, 'utf8'),
    channel,
    publicKey: releaseKey.publicKey,
  });
  if (!release.ok) throw new Error(release.reason);
  return release.value;
}

const forms: { form: PackageForm; ending: string }[] = [
  { form: { kind: 'deb', channel: 'latest-chromium' }, ending: '.deb' },
  { form: { kind: 'nsis', channel: 'latest' }, ending: '.exe' },
  { form: { kind: 'appimage', channel: 'latest-linux' }, ending: '.AppImage' },
];

async function prepare({ form, ending }: (typeof forms)[number]) {
  const { first, second } = makePackages();
  const options = { root, channel: form.channel, ending };
  const old = await makeRelease({ ...options, version: '0.1.0', content: first });
  const now = await makeRelease({ ...options, version: '0.2.0', content: second });
  const base = join(old.folder, old.name);
  const next = join(now.folder, now.name);
  if (form.kind === 'appimage') await embedBlockMaps(base, next);
  return { base, next };
}

/** As electron-builder makes an AppImage: its block map is its end. */
async function embedBlockMaps(base: string, next: string): Promise<void> {
  await buildBlockMap(base, 'deflate');
  const { sha512, size, blockMapSize } = await buildBlockMap(next, 'deflate');
  const { describeRelease, signDescriptions } = await import('../../build/update/describe-release.ts');
  const options = { folder: join(root, '0.2.0'), key: releaseKey.privateKey };
  const channel = 'latest-linux';
  await describeRelease({
    ...options,
    files: [next.split('/').at(-1) ?? ''],
    version: '0.2.0',
    channel,
    at: new Date(0),
  });
  const place = join(options.folder, `${channel}.yml`);
  writeFileSync(
    place,
    readFileSync(place, 'utf8').replace(
      /size: (\d+)/,
      `size: ${String(size)}\n    blockMapSize: ${String(blockMapSize)}`,
    ),
  );
  expect(readFileSync(place, 'utf8')).toContain(sha512);
  signDescriptions({ ...options, journalSchema: 3 });
  process.env['APPIMAGE'] = base;
}

type Call = Parameters<typeof fetchRelease>[0];

/** The second version, for a kiosk that runs the first. */
function fetch(form: PackageForm, source: Call['source'], base: Call['base'] = null) {
  const { signal } = new AbortController();
  const release = read(form.channel);
  return fetchRelease({ form, running: '0.1.0', folder, release, source, pause, logger, base, signal });
}

describe.each(forms)('a package of the form $form.kind', (each) => {
  it('is fetched whole where nothing is there to compare it with', async () => {
    const { next } = await prepare(each);
    delete process.env['APPIMAGE'];
    if (each.form.kind === 'appimage') process.env['APPIMAGE'] = join(root, 'gone.AppImage');
    const { source, line } = watch(openFolderSource(root));
    const fetched = await fetch(each.form, source);
    if (!fetched.ok) throw new Error(fetched.reason);
    expect(readFileSync(fetched.value.file).equals(readFileSync(next))).toBe(true);
    expect(line.bytes).toBeGreaterThan(600_000);
  });

  it('costs little more than what has changed, each time', async () => {
    const { base, next } = await prepare(each);
    const known = { file: base, blockMap: existsSync(`${base}.blockmap`) ? `${base}.blockmap` : null };
    // A second time: the update was taken back, and what it was compared with is as it was.
    for (const _time of ['first', 'second']) {
      const { source, line } = watch(openFolderSource(root));
      const fetched = await fetch(each.form, source, known);
      if (!fetched.ok) throw new Error(fetched.reason);
      expect(readFileSync(fetched.value.file).equals(readFileSync(next))).toBe(true);
      expect(line.bytes).toBeLessThan(200_000);
      rmSync(join(folder, 'pending'), { recursive: true });
    }
  });

  it('goes on where the line broke, again and again', async () => {
    const { next } = await prepare(each);
    process.env['APPIMAGE'] = join(root, 'gone.AppImage');
    const { source, line } = watch(openFolderSource(root), 200_000);
    const fetched = await fetch(each.form, source);
    if (!fetched.ok) throw new Error(fetched.reason);
    expect(readFileSync(fetched.value.file).equals(readFileSync(next))).toBe(true);
    expect(line.requests).toBeGreaterThan(2);
    expect(line.bytes).toBeLessThan(900_000);
  });

  it.each([
    [
      'changed by one bit',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 300_000 ? byte ^ 1 : byte))),
    ],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 400_000)],
    ['longer than it was', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')])],
    ['another', () => Buffer.from('MZ')],
  ])('is refused when it was %s, and nothing of it stays', async (_what, change) => {
    const { next } = await prepare(each);
    process.env['APPIMAGE'] = join(root, 'gone.AppImage');
    writeFileSync(next, change(readFileSync(next)));
    const { source } = watch(openFolderSource(root));
    const fetched = await fetch(each.form, source);
    expect(fetched).toEqual({ ok: false, reason: 'wrong-file' });
    expect(existsSync(join(folder, 'pending', next.split('/').at(-1) ?? ''))).toBe(false);
  });
});
