import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readUnit } from './read-unit.ts';

it('reads what our own unit runs, as whom and where', () => {
  const file = join(import.meta.dirname, '..', '..', 'build', 'lock-down', 'linux', 'units', 'foyer-kiosk.service');
  expect(readUnit(readFileSync(file, 'utf8'))).toMatchObject({
    command: ['/opt/foyer/lock-down/session/foyer-session'],
    user: 'foyer',
    folder: '/var/lib/foyer',
    umask: '0077',
    hasNoNewPrivileges: true,
    environment: { XDG_SESSION_TYPE: 'wayland' },
  });
});

it('refuses a unit that does not say who runs it', () => {
  expect(() => readUnit('[Service]\nExecStart=/bin/true\n')).toThrow('User=');
});
