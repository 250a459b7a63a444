import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { depends } from '../../build/package/deb/build-deb.ts';
import { runProgram } from '../../build/package/run-program.ts';

/** Programs, and the Debian package of each. */
const programs = {
  cage: 'cage',
  dpkg: 'dpkg',
  'dpkg-deb': 'dpkg',
  Xvfb: 'xvfb',
  xdotool: 'xdotool',
  import: 'imagemagick',
  'systemd-analyze': 'systemd',
  chromium: 'chromium',
  Xwayland: 'xwayland',
  unshare: 'util-linux',
} as const;

/** Why the package cannot be installed and driven here, in words that follow "skipped, "; null when it can. */
export async function findMissing(): Promise<string | null> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg')) return 'this is no Debian or Ubuntu.';
  if (process.getuid?.() !== 0)
    return 'only root may install packages and make a machine to throw away (sudo npm run try-install).';
  const folders = ['/usr/bin', '/usr/sbin', '/bin', '/sbin'];
  const lacking = Object.entries(programs).filter(
    ([name]) => !folders.some((folder) => existsSync(`${folder}/${name}`)),
  );
  if (lacking.length > 0) {
    const packages = [...new Set(lacking.map(([, name]) => name))].join(' ');
    return `this machine lacks ${lacking.map(([name]) => name).join(', ')} (apt-get install ${packages}).`;
  }
  const wanted = depends.map((dependency) => dependency.split(' ')[0] ?? '');
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${Package} ${db:Status-Status}\\n', ...wanted], {
    encoding: 'utf8',
  });
  const absent = wanted.filter((name) => !stdout.split('\n').includes(`${name} installed`));
  if (absent.length > 0) return `this machine lacks what the package depends on (apt-get install ${absent.join(' ')}).`;
  try {
    await runProgram({ program: 'unshare', args: ['--mount', '--pid', '--net', '--fork', 'sh', '-c', overlay] });
    return null;
  } catch {
    return 'this kernel or container lets nobody mount an overlay.';
  }
}

const overlay = `set -e; mount --make-rprivate /; mount -t tmpfs foyer /mnt; mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay foyer -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work /mnt/root`;
