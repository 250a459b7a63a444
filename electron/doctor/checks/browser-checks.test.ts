import { describe, expect, it } from 'vitest';
import { err, ok, type Result } from '../../../domain/result.ts';
import { parseInputDevices } from '../machine/input-devices.ts';
import type { OpenFailure, PageFindings } from '../page/page-findings.ts';
import type { Place } from '../check.ts';
import { checkDisplay } from './check-display.ts';
import { checkFonts } from './check-fonts.ts';
import { checkScanner } from './check-scanner.ts';
import { checkTouch } from './check-touch.ts';
import { checkVoices } from './check-voices.ts';
import { examined, fakeFindings, verdict } from './examined.fixture.ts';

const page =
  (changes: Partial<PageFindings> = {}) =>
  () =>
    Promise.resolve(fakeFindings(changes));
const gone = () => Promise.resolve(null);

/** As Linux tells them: a touchscreen, a keyboard, a scanner that types, and a mouse. */
const proc = `I: Bus=0003 Vendor=222a Product=0001 Version=0110
N: Name="ILITEK ILITEK-TP"
P: Phys=usb-0000:00:14.0-3/input0
H: Handlers=mouse1 event5
B: PROP=2
B: EV=1b
B: KEY=400 0 0 0 0 0
B: ABS=3273800000000003

I: Bus=0011 Vendor=0001 Product=0001 Version=ab41
N: Name="AT Translated Set 2 keyboard"
B: PROP=0
B: EV=120013
B: KEY=402000000 3803078f800d001 feffffdfffefffff fffffffffffffffe

I: Bus=0003 Vendor=0c2e Product=0b61 Version=0111
N: Name="Honeywell Imaging & Mobility 1900"
B: PROP=0
B: EV=120013
B: KEY=1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe

I: Bus=0003 Vendor=046d Product=c077 Version=0111
N: Name="Logitech USB Optical Mouse"
B: PROP=0
B: EV=17
B: KEY=ff0000 0 0 0 0
`;
const devices = parseInputDevices(proc);
const without = (part: string) => devices.filter(({ name }) => !name.includes(part));

it('Linux’ list of inputs tells touchscreens and keyboards from the rest', () => {
  expect(devices.map(({ isTouchscreen, isKeyboard }) => [isTouchscreen, isKeyboard])).toEqual([
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ]);
});

describe('display', () => {
  const check = (opened: Result<PageFindings, OpenFailure>, place: Place = 'installed', connected: number | null = 1) =>
    verdict(checkDisplay({ place, connected, page: () => Promise.resolve(opened) }));

  it.each<[string, Result<PageFindings, OpenFailure>, string]>([
    ['a portrait screen', ok(fakeFindings()), 'green'],
    ['a landscape one', ok(fakeFindings({ screen: { width: 1920, height: 1080, pixelRatio: 2 } })), 'green'],
    [
      'a small one',
      ok(fakeFindings({ screen: { width: 480, height: 800, pixelRatio: 1 } })),
      'amber doctor-screen-small',
    ],
    ['one that draws slowly', ok(fakeFindings({ framesPerSecond: 7 })), 'amber doctor-drawing-slow'],
    ['no Chromium', err('no-browser'), 'red doctor-no-browser'],
    ['no screens built', err('not-built'), 'red doctor-screens-missing'],
    ['a browser that shows nothing', err('not-shown'), 'red doctor-page-not-shown'],
  ])('%s', async (_, opened, expected) => {
    expect(await check(opened)).toBe(expected);
  });

  it('without a screen is red at an event, amber in a checkout, and amber where the screen is another session’s', async () => {
    const headless = ok(fakeFindings({ hasDisplay: false }));
    expect(await check(headless, 'installed', 0)).toBe('red doctor-no-display');
    expect(await check(headless, 'checkout', null)).toBe('amber doctor-no-display');
    expect(await check(headless, 'installed', 1)).toBe('amber doctor-display-elsewhere');
  });

  it('says when a processor draws', async () => {
    const swift = () => Promise.resolve(ok(fakeFindings({ gpu: 'ANGLE (Google, SwiftShader Device)' })));
    expect((await examined(checkDisplay({ place: 'installed', connected: 1, page: swift }))).facts).toMatchObject({
      isSoftware: true,
    });
  });
});

describe('touch', () => {
  const check = (parts: Partial<Parameters<typeof checkTouch>[0]>) =>
    verdict(checkTouch({ place: 'installed', devices, page: page(), ...parts }));

  it('reaches the page, or the page does not take it, or there is none', async () => {
    expect(await check({})).toBe('green');
    expect(await check({ page: page({ touchPoints: 0 }) })).toBe('red doctor-touch-not-taken');
    expect(await check({ page: page({ touchPoints: 0 }), devices: without('ILITEK') })).toBe('red doctor-no-touch');
    expect(await check({ page: page({ touchPoints: 0 }), devices: [], place: 'checkout' })).toBe(
      'amber doctor-no-touch',
    );
    expect(await check({ page: page({ touchPoints: 0 }), devices: null })).toBe('red doctor-touch-not-taken');
  });

  it('is half proved where the browser has no screen', async () => {
    expect(await check({ page: page({ touchPoints: 0, hasDisplay: false }) })).toBe('amber doctor-touch-unseen');
    expect(await check({ page: gone })).toBe('amber doctor-touch-unseen');
  });
});

describe('fonts', () => {
  const script = { language: 'th', uncovered: 0, unread: 0, boxes: 0 };
  it.each([
    ['every script is drawn', [script], 'green'],
    ['a font file is gone', [script, { ...script, unread: 2 }], 'red doctor-font-missing'],
    ['a character came out as a box', [{ ...script, boxes: 1 }], 'red doctor-font-missing'],
    ['a character is in no font', [{ ...script, uncovered: 1 }], 'red doctor-font-missing'],
    ['no script was looked at', [], 'red doctor-font-missing'],
  ])('%s', async (_, scripts, expected) => {
    expect(await verdict(checkFonts(page({ scripts })))).toBe(expected);
  });

  it('names the scripts, and is not looked at without a browser', async () => {
    const scripts = [
      { ...script, boxes: 3 },
      { ...script, language: 'ar', unread: 1 },
    ];
    expect((await examined(checkFonts(page({ scripts })))).facts).toEqual({ scripts: 2, missing: 'th ar' });
    expect(await verdict(checkFonts(gone))).toBe('skipped doctor-no-page');
  });
});

it('voices are never red', async () => {
  expect(await verdict(checkVoices(page()))).toBe('green');
  expect(await verdict(checkVoices(page({ voices: ['en-US', 'yue-HK', 'cmn-CN'] })))).toBe('green');
  const missing = await examined(checkVoices(page({ voices: ['en-US', 'zh-TW'] })));
  expect(missing).toMatchObject({ state: 'amber', facts: { missing: 'zh-HK zh-CN' } });
  expect(await verdict(checkVoices(page({ voices: [] })))).toBe('skipped doctor-no-voices');
  expect(await verdict(checkVoices(gone))).toBe('skipped doctor-no-page');
});

describe('scanner', () => {
  const check = (parts: Partial<Parameters<typeof checkScanner>[0]>) =>
    verdict(checkScanner({ devices, serial: [], cameras: () => Promise.resolve(0), ...parts }));
  const scan = (line: string | null) => ({ askForScan: () => Promise.resolve(line) });

  it('is recognised by its name, or is a camera', async () => {
    expect(await check({})).toBe('skipped doctor-scan-not-tried');
    expect(await check({ devices: without('Honeywell') })).toBe('amber doctor-no-scanner');
    expect(await check({ devices: null, cameras: () => Promise.resolve(1) })).toBe('skipped doctor-scan-not-tried');
  });

  it('is proved by the code of the test sheet', async () => {
    expect(await check(scan('FOYER-TEST badges 576xroll 203dpi\n'))).toBe('green');
    expect(await check(scan('FOYER-TEST front 1122x1630 300dpi'))).toBe('green');
    expect(await check(scan('FOZER/TEST badges 576xroll 203dpi'))).toBe('amber doctor-scanned-wrong');
    expect(await check(scan(null))).toBe('amber doctor-nothing-scanned');
  });
});
