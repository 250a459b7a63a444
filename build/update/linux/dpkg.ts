import { spawnSync } from 'node:child_process';
import { versionSchema } from '../../../domain/protocol/update-report.ts';
import type { Packages } from './install-update.ts';

const packageName = 'foyer-kiosk';

/** dpkg-query(1) and dpkg(1) as they are found on the path; what dpkg says goes where this program says its own. */
export function openDpkg(environment: NodeJS.ProcessEnv): Packages {
  return {
    installed() {
      const args = ['--show', '--showformat', '${db:Status-Abbrev} ${Version}', packageName];
      const { stdout } = spawnSync('dpkg-query', args, { encoding: 'utf8', env: environment });
      const [, version] = /^ii +(\S+)$/u.exec(stdout.trim()) ?? [];
      return versionSchema.safeParse(version).data ?? null;
    },
    install(deb) {
      // Nobody is there to answer a question.
      const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
      const args = ['--force-confdef', '--force-confold', '--install', deb];
      return spawnSync('dpkg', args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
    },
  };
}
