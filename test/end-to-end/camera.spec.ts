import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openCodeScreen, waitForAttendees } from '../journeys/check-in.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { filmQrCode } from './film-qr-code.ts';
import { expect, test } from './kiosk-test.ts';
import { samplePerson } from './sample-attendees.ts';

const words = wordsOf('en');
const camera = (page: Page) => page.locator('video');

test.skip(
  ({ shell }) => shell === 'electron',
  'a film in place of the camera is a switch of the browser’s command line',
);

let folder: string;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-film-'));
});
test.afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function browserThatFilms(text: string): string[] {
  const film = join(folder, 'code.y4m');
  filmQrCode(film, text);
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
    '--use-fake-ui-for-media-stream',
  ];
}

/** How many cameras the page has on. */
const watchTracks = (page: Page) =>
  page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { liveTracks: () => tracks.filter(({ readyState }) => readyState === 'live').length });
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
const liveTracks = (page: Page) => page.evaluate(() => (window as never as { liveTracks(): number }).liveTracks());

test('a ticket held to the camera is read, and the camera is off again', async ({ openKiosk }) => {
  const person = samplePerson('en', 6);
  const { page } = await openKiosk({ flags: ['--hub=embedded'], browserFlags: browserThatFilms(person.code) });
  await watchTracks(page);
  await page.reload();
  await waitForAttract(page);
  await waitForAttendees(page);
  await startVisit(page, 'en');
  await page.getByRole('button', { name: words.home.code }).click();
  await page.getByRole('heading', { name: words.checkIn.title, exact: true }).waitFor();
  await expect(page.getByRole('article').filter({ visible: true }).first()).toContainText(person.latin);
  expect(await liveTracks(page)).toBe(0);
});

test('the camera is on for the code screen only, and stops for nobody', async ({ openKiosk }) => {
  const { page } = await openKiosk({
    flags: ['--idle-warn-after-seconds=20', '--idle-wipe-after-seconds=10'],
    browserFlags: browserThatFilms('NOBODYS-TICKET'),
  });
  await watchTracks(page);
  await page.clock.install();
  await page.reload();
  await startVisit(page, 'en');
  expect(await liveTracks(page)).toBe(0);
  await openCodeScreen(page, 'en');
  await expect.poll(() => liveTracks(page)).toBe(1);
  await page.clock.runFor(1000);
  await expect(page.getByRole('alert')).toContainText('register as a walk-in');
  await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await expect.poll(() => liveTracks(page)).toBe(0);

  await openCodeScreen(page, 'en');
  await expect.poll(() => liveTracks(page)).toBe(1);
  await page.clock.fastForward(21_000);
  await expect(page.getByRole('alertdialog', { name: words.idle.title })).toBeVisible();
  await expect(camera(page)).toHaveCount(0);
  await expect.poll(() => liveTracks(page)).toBe(0);
});

test('without a camera, or where it is not allowed, there is only the field', async ({ openKiosk }) => {
  const { page } = await openKiosk({ flags: ['--no-camera'], browserFlags: browserThatFilms('NOBODYS-TICKET') });
  await startVisit(page, 'en');
  await openCodeScreen(page, 'en');
  await expect(page.getByRole('textbox', { name: words.code.label, exact: true })).toBeFocused();
  await expect(camera(page)).toHaveCount(0);
});
