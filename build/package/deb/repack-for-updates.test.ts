import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildBlockMap } from 'app-builder-lib/out/targets/blockmap/blockmap.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../run-program.ts';
import { repackForUpdates } from './repack-for-updates.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-repack-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const content = Array.from({ length: 40_000 }, () => `${randomBytes(20).toString('hex')}\n`).join('');

async function build(name: string, { text, packing }: { text: string; packing: string }): Promise<string> {
  const tree = join(folder, name);
  mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
  const control =
    'Package: odd\nVersion: 1\nArchitecture: all\nMaintainer: Foyer <foyer@example.com>\nDescription: a test\n';
  writeFileSync(join(tree, 'DEBIAN', 'control'), control);
  writeFileSync(join(tree, 'text'), text);
  const deb = join(folder, `${name}.deb`);
  const environment = { ...process.env, SOURCE_DATE_EPOCH: '0' };
  await runProgram({ program: 'dpkg-deb', args: ['--root-owner-group', packing, '--build', tree, deb], environment });
  return deb;
}

async function repacked(name: string, text: string): Promise<string> {
  const deb = await build(name, { text, packing: '-Znone' });
  repackForUpdates({ deb, epoch: 0 });
  return deb;
}

const blockMapSchema = z.object({
  files: z.tuple([z.object({ checksums: z.array(z.string()), sizes: z.array(z.number()) })]),
});

/** Bytes of blocks that only the second has: what electron-updater would fetch. */
async function countNew(before: string, after: string): Promise<number> {
  const read = async (deb: string) => {
    await buildBlockMap(deb, 'gzip', `${deb}.blockmap`);
    return blockMapSchema.parse(JSON.parse(gunzipSync(readFileSync(`${deb}.blockmap`)).toString())).files[0];
  };
  const [one, other] = [await read(before), await read(after)];
  return other.sizes.reduce((sum, size, at) => sum + (one.checksums.includes(other.checksums[at] ?? '') ? 0 : size), 0);
}

describe.skipIf(!existsSync('/usr/bin/dpkg-deb'))('a package that was packed for updates', () => {
  const changed = content.replace(/^(.{200000})/su, '$1a small change\n');

  it('is one to dpkg, and holds the same', async () => {
    // A text of an odd length as well: members of an archive begin at even places.
    for (const text of ['odd', content]) {
      const deb = await repacked('one', text);
      await runProgram({ program: 'dpkg-deb', args: ['--extract', deb, join(folder, 'out')] });
      expect(readFileSync(join(folder, 'out', 'text'), 'utf8')).toBe(text);
      expect(await runProgram({ program: 'dpkg-deb', args: ['--field', deb, 'Package'] })).toBe('odd\n');
    }
  });

  it('shares all but a little with the one before, where dpkg’s own packing shares nothing after the change', async () => {
    const ours = await countNew(await repacked('one', content), await repacked('two', changed));
    const packing = '-Zgzip';
    const dpkgs = await countNew(
      await build('three', { text: content, packing }),
      await build('four', { text: changed, packing }),
    );
    expect(ours).toBeLessThan(dpkgs / 4);
    expect(dpkgs).toBeGreaterThan(500_000);
  });

  it('is the same file when it is made again', async () => {
    const [one, again] = [await repacked('one', 'text'), await repacked('one', 'text')];
    expect(readFileSync(again).equals(readFileSync(one))).toBe(true);
  });
});
