import process from 'node:process';
import { pino } from 'pino';
import { chromiumArguments } from '../../../electron/shells/chromium/chromium-arguments.ts';
import { keepOpen } from '../../../electron/shells/chromium/keep-open.ts';
import { serveBlankPages } from '../harness/blank-page.ts';

/** What remains of the Chromium shell without a kiosk: it serves a page with one button and opens Chromium on it in the same way. */
const [program = '', profile = '', port = '0'] = process.argv.slice(2);
const pages = await serveBlankPages(Number(port));
const asRoot = process.getuid?.() === 0;
const browser = keepOpen({
  program,
  createArguments: () =>
    chromiumArguments({ address: `${pages.address}/button`, profile, window: false, camera: false, asRoot }),
  untilClosed: true,
  logger: pino({ level: 'silent' }),
});
await Promise.race([browser.closed, new Promise((resolve) => process.once('SIGTERM', resolve))]);
await browser.close();
await pages.close();
