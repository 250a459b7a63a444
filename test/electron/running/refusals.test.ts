import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recorded } from './record.ts';
import { useRunningShell } from './running-shell.ts';

const running = useRunningShell(['--window']);

/** As a script of the page. @returns what came of it, or the error's words */
async function inPage(script: string): Promise<unknown> {
  const page = await running().page();
  return page.evaluate(`(async () => { ${script} })().catch((error) => 'refused: ' + error.message)`);
}

async function recorded(...what: string[]): Promise<Recorded[]> {
  const all = (await running().ask({ what: 'record' })) as Recorded[];
  return all.filter((each) => what.includes(each.what));
}

describe('a page calls the host', () => {
  it('and is answered with what it may know', async () => {
    await expect(inPage("return foyer.call('greet', {})")).resolves.toMatchObject({ shell: 'electron' });
  });

  it.each([
    ["foyer.call('constructor', {})", 'unknown-verb'],
    ["foyer.call('formatDisk', {})", 'unknown-verb'],
    ['foyer.call(7, {})', 'unknown-verb'],
    ["foyer.call('pullRecords', { afterSequence: -1 })", 'bad-input'],
    ["foyer.call('register', { name: new Map([[1, new Date()]]) })", 'bad-input'],
  ])('%s: %s', async (call, reason) => {
    await expect(inPage(`return ${call}`)).resolves.toBe(
      `refused: Error invoking remote method 'foyer': Error: ${reason}`,
    );
  });

  it('and cannot hand it a function', async () => {
    await expect(inPage("return foyer.call('greet', { run: () => 1 })")).resolves.toMatch(/^refused: .*clone/u);
  });
});

describe('a page has', () => {
  it('one frozen function, nothing of Electron and nothing of Node', async () => {
    await expect(
      inPage('return [Object.keys(foyer), Object.isFrozen(foyer), typeof require, typeof process, typeof module]'),
    ).resolves.toEqual([['call'], true, 'undefined', 'undefined', 'undefined']);
  });

  it('no way to another function in its place, nor into the world of the preload script', async () => {
    const script = `
      try { foyer.call = () => 'mine' } catch {}
      try { window.foyer = {} } catch {}
      Array.prototype.map = JSON.stringify = Promise.prototype.then = () => { throw new Error('spoilt') };
      return 1`;
    const page = await running().page();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
    });
    // In a document of its own, so that the spoilt functions do not spoil the page.
    await expect(page.frames()[1]?.evaluate('typeof foyer')).resolves.toBe('undefined');
    await page
      .frames()[1]
      ?.evaluate(`(async () => { ${script} })()`)
      .catch(() => undefined);
    await expect(inPage("return (await foyer.call('greet', {})).shell")).resolves.toBe('electron');
  });
});

describe('a page goes nowhere', () => {
  it.each([
    'https://example.org/',
    'http://127.0.0.1:9/',
    'https://app.foyer.invalid/other.html',
    'https://x.foyer.invalid/',
  ])('%s', async (address) => {
    const page = await running().page();
    const before = (await recorded('will-navigate')).length;
    await inPage(`location.href = '${address}'`);
    await expect.poll(async () => (await recorded('will-navigate')).length).toBe(before + 1);
    expect((await recorded('will-navigate')).at(-1)).toMatchObject({ isPrevented: true });
    expect(page.url()).toBe('https://app.foyer.invalid/index.html');
  });

  it('as its app sees it, its own address has its own scheme', async () => {
    const addresses = (await recorded('will-navigate')).map(({ url }) => url);
    expect(addresses).toContain('foyer://app/other.html');
    expect(addresses).toContain('foyer://x/');
  });

  it.each(['file:///etc/passwd', 'view-source:https://app.foyer.invalid/', 'chrome://version', 'javascript:void(0)'])(
    '%s, which no page may',
    async (address) => {
      const page = await running().page();
      await inPage(`location.href = '${address}'`);
      await inPage('await new Promise((resolve) => setTimeout(resolve, 50))');
      expect(page.url()).toBe('https://app.foyer.invalid/index.html');
    },
  );

  it('a link in a new window, a middle click, window.open: no window', async () => {
    const page = await running().page();
    await expect(inPage("return window.open('https://example.org/')")).resolves.toBe(null);
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '/index.html', target: '_blank', id: 'link' });
      link.textContent = 'link';
      link.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 9999; font-size: 40px; background: white';
      document.body.append(link);
    });
    await page.click('#link');
    await page.click('#link', { button: 'middle' });
    await page.click('#link', { modifiers: ['Control'] });
    await page.click('#link', { modifiers: ['Shift'] });
    await page.evaluate(() => document.getElementById('link')?.remove());
    await expect.poll(() => page.context().pages().length).toBe(1);
    expect((await recorded('window open')).map(({ action }) => action)).toEqual(['deny', 'deny', 'deny']);
  });
});

describe('a page gets nothing out and nothing in', () => {
  it.each([
    "return (await fetch('https://example.org/')).status",
    "return (await fetch('http://127.0.0.1:9/')).status",
    "await new Promise((resolve, reject) => { const socket = new WebSocket('ws://127.0.0.1:9/'); socket.onerror = () => reject(new Error('no')) })",
    "await new Promise((resolve, reject) => { const image = new Image(); image.onload = resolve; image.onerror = () => reject(new Error('no')); image.src = 'https://example.org/a.png' })",
    // Later, because what DevTools evaluates may evaluate more.
    "await new Promise((resolve) => setTimeout(resolve)); return eval('1')",
    "await new Promise((resolve) => setTimeout(resolve)); return new Function('return 1')()",
    "await new Promise((resolve, reject) => { const script = document.createElement('script'); script.src = 'https://example.org/a.js'; script.onerror = () => reject(new Error('no')); script.onload = resolve; document.head.append(script) })",
  ])('%s', async (script) => {
    await expect(inPage(script)).resolves.toMatch(/^refused/u);
  });

  it('no download', async () => {
    await inPage(`
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['visitors']));
      link.download = 'visitors.csv';
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 200))`);
    expect(readdirSync(running().downloads)).toEqual([]);
  });

  it('no dialog, no print', async () => {
    await expect(inPage("alert('a'); print(); return [confirm('b'), prompt('c')]")).resolves.toEqual([false, null]);
    expect(await recorded('dialog')).toEqual([]);
  });
});

describe('a page is granted', () => {
  it('the camera', async () => {
    await expect(
      inPage('return String(await navigator.mediaDevices.getUserMedia({ video: true }))'),
    ).resolves.toContain('MediaStream');
  });

  it.each([
    'await navigator.mediaDevices.getUserMedia({ audio: true })',
    'await navigator.mediaDevices.getDisplayMedia()',
    'await new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))',
    'await navigator.clipboard.readText()',
    'await navigator.requestMIDIAccess()',
    'await navigator.usb.requestDevice({ filters: [] })',
    'await navigator.serial.requestPort()',
    'await navigator.hid.requestDevice({ filters: [] })',
    'await navigator.bluetooth.requestDevice({ acceptAllDevices: true })',
    "await new Promise((resolve, reject) => Notification.requestPermission((state) => state === 'granted' ? resolve() : reject(new Error(state))))",
    'await window.showOpenFilePicker()',
  ])('not %s', async (script) => {
    await expect(inPage(script)).resolves.toMatch(/^refused/u);
  });
});

it('a page that got elsewhere all the same is a foreigner to the host', async () => {
  // As no page can: from outside, past every handler. Its own preload script runs there, too.
  const page = await running().page();
  await page.goto('about:blank');
  await expect(inPage("return foyer.call('greet', {})")).resolves.toBe(
    "refused: Error invoking remote method 'foyer': Error: foreign-sender",
  );
});
