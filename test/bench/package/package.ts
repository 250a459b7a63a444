import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildDeb } from '../../../build/package/deb/build-deb.ts';
import { readEpoch } from '../../../build/package/read-epoch.ts';
import { root } from '../../../build/package/root.ts';
import { runProgram } from '../../../build/package/run-program.ts';
import { readManifest } from '../../../build/package/stage-application.ts';
import { findMissing } from '../../install/find-missing.ts';
import type { Benchmark, Figure } from '../harness/benchmark.ts';

const megabyte = 1_000_000;
const rounds = 3;

export const packageBench: Benchmark = {
  name: 'package',
  about: `The Debian package of the kiosk in Chromium, as it is handed on (gzip, so that updates are small): its size, its size installed, and the seconds in which dpkg
installs it on a machine that has what it depends on, from its call to its end, in memory on a machine that is thrown away.
Peers: node_modules of the checkout; Debian's own chromium package, installed again in turn with ours.`,
  async measure(say, skip) {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-package-'));
    try {
      const missing = await findMissing();
      if (missing !== null) {
        skip('size and installation', missing);
        return [];
      }
      say('packing');
      const application = {
        shell: 'chromium' as const,
        version: readManifest().version,
        platform: 'linux-x64',
        publicKey: null,
      };
      const deb = await buildDeb({ application, out: folder, epoch: readEpoch() });
      const figures: Figure[] = [
        { name: 'Debian package', unit: 'MB', values: [statSync(deb).size / megabyte] },
        {
          ...{ name: 'installed', unit: 'MB', values: [await installedSize(deb)] },
          peer: { name: 'node_modules', values: [await diskUsage(join(root, 'node_modules'))] },
        },
      ];
      const peer = await fetchPeer(folder);
      if (peer === null) skip("dpkg installs Debian's chromium", 'apt-get could not download it');
      say('installing');
      const seconds = await installInTurn({ folder, debs: peer === null ? [deb] : [deb, peer] });
      figures.push({
        ...{ name: 'dpkg installs it', unit: 's', values: seconds.get(basename(deb)) ?? [] },
        ...(peer === null ? {} : { peer: { name: "Debian's chromium", values: seconds.get(basename(peer)) ?? [] } }),
      });
      return figures;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function installedSize(deb: string): Promise<number> {
  const kibibytes = await runProgram({ program: 'dpkg-deb', args: ['--field', deb, 'Installed-Size'] });
  return (Number(kibibytes) * 1024) / megabyte;
}

async function diskUsage(folder: string): Promise<number> {
  const said = await runProgram({
    program: 'du',
    args: ['--summarize', '--dereference-args', '--apparent-size', '--block-size=1', folder],
  });
  return Number.parseInt(said, 10) / megabyte;
}

/** The same version that is installed. @returns null when it cannot be had */
async function fetchPeer(folder: string): Promise<string | null> {
  try {
    await runProgram({ program: 'apt-get', args: ['download', '-o', 'APT::Sandbox::User=root', 'chromium'], folder });
    const file = readdirSync(folder).find((name) => /^chromium_.*\.deb$/u.test(name));
    return file === undefined ? null : join(folder, file);
  } catch {
    return null;
  }
}

/** @returns seconds, by the package's file */
async function installInTurn({
  folder,
  debs,
}: {
  folder: string;
  debs: readonly string[];
}): Promise<Map<string, number[]>> {
  const entrance = join(import.meta.dirname, '..', '..', 'install', 'enter-machine.sh');
  const seconds = new Map(debs.map((deb) => [basename(deb), [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const deb of debs) {
      const timed = 'begin=$(date +%s%N); dpkg --install "$1" >&2; end=$(date +%s%N); echo $((end - begin))';
      const command = ['sh', '-euc', timed, 'sh', deb];
      const args = ['--mount', '--pid', '--net', '--fork', '--kill-child', entrance, root, ...command];
      const nanoseconds = await runProgram({ program: 'unshare', args, folder });
      seconds.get(basename(deb))?.push(Number(nanoseconds) / 1e9);
    }
  }
  return seconds;
}
