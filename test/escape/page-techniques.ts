import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { screen } from './session.ts';
import type { InspectedPage } from './inspect-page.ts';
import type { Technique } from './technique.ts';

const foreign = [
  ...[
    'http://example.com/',
    'https://example.com/',
    'http://127.0.0.2/',
    'http://localhost/',
    'file:///',
    'file:///etc/passwd',
    'view-source:http://127.0.0.1/',
  ],
  ...[
    'chrome://settings',
    'chrome://version',
    'chrome://policy',
    'chrome://crash',
    'devtools://devtools/bundled/inspector.html',
    'data:text/html,out',
    'about:blank',
  ],
  ...[
    'javascript:document.write(1)',
    'mailto:a@example.com',
    'tel:123',
    'ftp://example.com/',
    'ssh://example.com',
    'intent://x#Intent;end',
    'chrome-extension://x/',
    'blob:null/x',
    'filesystem:http://127.0.0.1/',
  ],
];

/** Each costs a browser, which the host replaces. */
const led = [
  'http://example.com/',
  'http://127.0.0.2/',
  'file:///etc/passwd',
  'view-source:http://127.0.0.1/',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'data:text/html,out',
  'javascript:document.write(1)',
  'mailto:a@example.com',
];

const isOurs =
  'location.origin.startsWith("http://127.0.0.1:") && document.querySelector("#root,main,body > div") !== null';

function onPage(name: string, about: string, attempt: (page: InspectedPage) => Promise<string | null>): Technique {
  return {
    name,
    about,
    inspects: true,
    async attempt({ page }) {
      const inspected = await page();
      try {
        return await attempt(inspected);
      } finally {
        inspected.close();
      }
    },
  };
}

/** What is allowed to be true after it, asked of the page: each in a script. */
async function ask(page: InspectedPage, script: string, exit: string): Promise<string | null> {
  const answer = await page.run(script);
  return answer === true ? null : `${exit} (${String(answer)})`;
}

/** It stays, or it is refused and the host replaces the browser. @param lead leads the page away */
function leading(name: string, about: string, lead: (page: InspectedPage) => Promise<unknown>): Technique {
  return {
    ...onPage(name, about, async (page) => {
      const ours = await page.run('location.href');
      await lead(page);
      await wait(800);
      const shown = await page.run('location.href');
      // Null: the host has ended it already.
      return shown === null || shown === ours || shown === 'chrome-error://chromewebdata/'
        ? null
        : `it shows ${JSON.stringify(shown)}`;
    }),
    kills: true,
  };
}

/** Another server of this machine, as its print server is. */
async function leadToNeighbour(page: InspectedPage): Promise<void> {
  const neighbour = createServer((_, response) => response.end('You are out of the kiosk.'));
  neighbour.listen(0, '127.0.0.1');
  await once(neighbour, 'listening');
  const { port } = neighbour.address() as AddressInfo;
  await page.run(`location.href = 'http://127.0.0.1:${port}/'; 0`);
  await wait(800);
  neighbour.close();
}

const touch = (type: string, points: readonly { x: number; y: number }[]) => ({ type, touchPoints: points });

export const pageTechniques: readonly Technique[] = [
  onPage('window-open', 'a script of our own page opens windows, with a touch behind it', async (page) => {
    for (const url of foreign)
      await page.run(`window.open(${JSON.stringify(url)}, '_blank', 'popup,width=300,height=300')`);
    return null;
  }),
  onPage('link-to-a-new-window', 'links with every target', async (page) => {
    for (const url of foreign) {
      for (const attributes of ['target: "_blank"', 'target: "x"']) {
        await page.run(
          `Object.assign(document.createElement('a'), { href: ${JSON.stringify(url)}, ${attributes} }).click()`,
        );
      }
    }
    return ask(page, isOurs, 'the page is not ours');
  }),
  onPage('download-own-data', 'a file that the page itself makes', async (page) => {
    await page.run(
      `Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob(['x'])), download: 'x.txt' }).click()`,
    );
    return null;
  }),
  onPage('print', 'print() from a script', async (page) => {
    await page.run('setTimeout(() => print(), 0)');
    return null;
  }),
  {
    ...onPage('file-dialogs', 'a file field and the file pickers', async (page) => {
      await page.run(`Object.assign(document.createElement('input'), { type: 'file' }).click()`);
      const opened = await page.run(
        `Promise.race([Promise.allSettled([window.showOpenFilePicker?.(), window.showSaveFilePicker?.(), window.showDirectoryPicker?.()].filter(Boolean)).then((all) => all.every(({ status }) => status === 'rejected')), new Promise((resolve) => setTimeout(resolve, 1500, 'waits'))])`,
      );
      return opened === true ? null : `a file picker opened (${String(opened)})`;
    }),
    // Chromium's bar that they are refused stays, until the host sees that the page is covered and replaces the browser.
    kills: true,
  },
  onPage(
    'devices',
    'USB, serial, HID, Bluetooth, MIDI, screen, microphone, place, notifications, clipboard',
    async (page) => {
      const asked = `[
      ['usb', () => navigator.usb.requestDevice({ filters: [] })], ['serial', () => navigator.serial.requestPort()],
      ['hid', () => navigator.hid.requestDevice({ filters: [] })], ['bluetooth', () => navigator.bluetooth.requestDevice({ acceptAllDevices: true })],
      ['midi', () => navigator.requestMIDIAccess()], ['screen', () => navigator.mediaDevices.getDisplayMedia()],
      ['microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
      ['place', () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no))],
      ['notifications', () => Notification.requestPermission().then((state) => state === 'granted' || Promise.reject(state))],
      ['fonts', () => queryLocalFonts().then((fonts) => fonts.length > 0 || Promise.reject('none'))],
      ['clipboard', () => navigator.clipboard.readText()], ['windows', () => getScreenDetails()],
    ]`;
      const script = `Promise.all(${asked}.map(([name, ask]) => Promise.race([
      Promise.resolve().then(ask).then(() => name, () => null), new Promise((resolve) => setTimeout(resolve, 1500, name + ' waits')),
    ]))).then((names) => names.filter(Boolean).join())`;
      const granted = await page.run(script);
      return granted === '' ? null : `granted or asked: ${String(granted)}`;
    },
  ),
  onPage('leave-full-screen', 'a script leaves the full screen, resizes and moves the window', async (page) => {
    await page.run(`document.exitFullscreen?.().catch(() => 0); resizeTo(200, 200); moveTo(50, 50); blur(); 0`);
    // The window manager puts it back.
    await wait(800);
    const size = await page.run('`${innerWidth} × ${innerHeight}`');
    return size === `${screen.width} × ${screen.height}`
      ? null
      : `the window has another size (${JSON.stringify(size)})`;
  }),
  {
    // Chromium lets a page close its window when it is the first that the window shows; the host opens another.
    ...onPage('close-window', 'a script closes the window', async (page) => {
      await page.run('close()');
      return null;
    }),
    kills: true,
  },
  onPage('dialogs', 'alert, confirm, prompt', async (page) => {
    await page.run('setTimeout(() => alert("x"), 0)');
    return null;
  }),
  onPage(
    'touch-long-press',
    'a finger held for two seconds (emulated: this machine has no touch panel)',
    async (page) => {
      await page.send('Input.dispatchTouchEvent', touch('touchStart', [{ x: 120, y: 70 }]));
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await page.send('Input.dispatchTouchEvent', touch('touchEnd', []));
      return ask(page, 'String(getSelection()) === ""', 'words are selected');
    },
  ),
  onPage('pinch', 'two fingers apart (emulated)', async (page) => {
    await page.send('Input.synthesizePinchGesture', { x: 270, y: 400, scaleFactor: 3, gestureSourceType: 'touch' });
    return ask(page, 'visualViewport.scale === 1', 'the page is enlarged');
  }),
  onPage('touch-edge-swipes', 'a finger from each edge (emulated): back and forward by overscroll', async (page) => {
    await page.run('history.pushState(1, "", "/")');
    for (const [x, distance] of [
      [2, 500],
      [538, -500],
    ] as const) {
      await page.send('Input.synthesizeScrollGesture', { x, y: 480, xDistance: distance, gestureSourceType: 'touch' });
    }
    return ask(page, isOurs, 'the page is not ours');
  }),
  onPage('drop-file', 'a file dropped on the page (emulated)', async (page) => {
    const data = { items: [], files: ['/etc/passwd'], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await page.send('Input.dispatchDragEvent', { type, x: 270, y: 400, data });
    return ask(page, isOurs, 'the page is not ours');
  }),
  ...led.map((url) =>
    leading(`go-to ${url}`, 'our page is led to another address', (page) =>
      page.run(`location.href = ${JSON.stringify(url)}; 0`),
    ),
  ),
  leading('go-to-neighbour', 'our page is led to another server of this machine', leadToNeighbour),
  leading(
    'download-foreign',
    'a link to another address that says it is a download, which browsers follow as an ordinary link',
    (page) =>
      page.run(
        `Object.assign(document.createElement('a'), { href: 'http://example.com/', download: 'x.txt' }).click()`,
      ),
  ),
];
