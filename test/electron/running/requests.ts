import type { DevTools } from './devtools.ts';
import type { Frames } from './frames.ts';
import { findAnswer, listSchemes } from './protocol.ts';
import { record } from './record.ts';
import type { RefusableEmitter } from './refusable.ts';
import { toElectronAddress } from './scheme-mapping.ts';
import { defaultSession } from './session.ts';

interface Paused {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

/** Stands between a page and everything it loads: its navigation events, `webRequest`, and `protocol.handle`, in Electron's order. */
export function answerRequests(contents: RefusableEmitter) {
  /** What the app itself loads next; Electron tells nobody of that. */
  let expected: string | null = null;

  function isNavigationPrevented(paused: Paused, url: string, isMainFrame: boolean): boolean {
    if (paused.resourceType !== 'Document') return false;
    if (isMainFrame && url === expected) {
      expected = null;
      return false;
    }
    const details = { url, isMainFrame, isSameDocument: false };
    if (paused.redirectedRequestId !== undefined) return contents.emitRefusable('will-redirect', details, url);
    const isFramePrevented = contents.emitRefusable('will-frame-navigate', details);
    const isPrevented = isMainFrame && contents.emitRefusable('will-navigate', details, url);
    return isFramePrevented || isPrevented;
  }

  async function answer(page: DevTools, frames: Frames, paused: Paused): Promise<void> {
    const { requestId, request } = paused;
    const url = toElectronAddress(request.url, listSchemes());
    const fail = (errorReason: string) => page.send('Fetch.failRequest', { requestId, errorReason });
    if (isNavigationPrevented(paused, url, frames.isMain(paused.frameId))) {
      await fail('Aborted');
      return;
    }
    const { method } = request;
    if (await defaultSession.isCancelled({ url, method, resourceType: paused.resourceType })) {
      record('request cancelled', { url });
      await fail('BlockedByClient');
      return;
    }
    const answered = await findAnswer(url)?.(new Request(url, { method }));
    if (answered === undefined) {
      await page.send('Fetch.continueRequest', { requestId });
      return;
    }
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: answered.status,
      responseHeaders: Array.from(answered.headers, ([name, value]) => ({ name, value })),
      body: Buffer.from(await answered.arrayBuffer()).toString('base64'),
    });
  }

  return {
    expect(url: string) {
      expected = url;
    },
    async start(page: DevTools, frames: Frames): Promise<void> {
      page.on('Fetch.requestPaused', (paused: Paused) => {
        // A page that has gone meanwhile asks no more.
        answer(page, frames, paused).catch(() => undefined);
      });
      await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    },
  };
}
