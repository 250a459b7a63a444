import process from 'node:process';
import { openBrowser } from '../../../electron/shells/chromium/browser.ts';
import { chromiumArguments } from '../../../electron/shells/chromium/chromium-arguments.ts';
import { serveBlankPages } from '../harness/blank-page.ts';

/** What remains of the Chromium shell without a kiosk: it serves a page with one button and opens Chromium on it in the same way. */
const [program = '', profile = '', port = '0'] = process.argv.slice(2);
const pages = await serveBlankPages(Number(port));
const asRoot = process.getuid?.() === 0;
const address = `${pages.address}/button`;
const args = chromiumArguments({ address, profile, window: false, camera: false, asRoot });
const browser = openBrowser({ program, args, origin: pages.address, onPageLost: () => undefined });
await Promise.race([browser.ended, new Promise((resolve) => process.once('SIGTERM', resolve))]);
await browser.close();
await pages.close();
