import { expect, it } from 'vitest';
import { chromiumArguments } from './chromium-arguments.ts';

const place = { address: 'http://127.0.0.1:1/?ticket=x', profile: '/data/chromium' };
const appearance = { ...place, window: false, camera: true, asRoot: false };

it('fills the screen with the one page, in a profile of its own that keeps nothing, with the sandbox', () => {
  const flags = chromiumArguments(appearance);
  expect(flags).toContain('--kiosk');
  expect(flags).toContain('--app=http://127.0.0.1:1/?ticket=x');
  expect(flags).toContain('--user-data-dir=/data/chromium');
  expect(flags).toContain('--incognito');
  expect(flags).not.toContain('--no-sandbox');
});

it('opens an ordinary window when it is told to', () => {
  expect(chromiumArguments({ ...appearance, window: true })).not.toContain('--kiosk');
});

it('gives up the sandbox for root only, where it cannot work', () => {
  expect(chromiumArguments({ ...appearance, asRoot: true })).toContain('--no-sandbox');
});

it('lets the page use a camera without a question, unless the option says no', () => {
  const flag = '--auto-accept-camera-and-microphone-capture';
  expect(chromiumArguments(appearance)).toContain(flag);
  expect(chromiumArguments({ ...appearance, camera: false })).not.toContain(flag);
});
