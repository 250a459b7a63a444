import { expect, it } from 'vitest';
import { isStartedAgain } from './restart.ts';

it.each([
  ['systemd', { isPackaged: true, platform: 'linux', environment: { NOTIFY_SOCKET: '/run/systemd/notify' } }, true],
  ['Windows’ Shell Launcher', { isPackaged: true, platform: 'win32', environment: {} }, true],
  ['nobody on a desktop', { isPackaged: true, platform: 'linux', environment: {} }, false],
  ['nobody in a checkout', { isPackaged: false, platform: 'win32', environment: {} }, false],
])('by %s', (_, kiosk, expected) => {
  expect(isStartedAgain(kiosk)).toBe(expected);
});
