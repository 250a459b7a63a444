import { browser } from './browser.ts';
import { listSchemes } from './protocol.ts';
import { record } from './record.ts';
import { toElectronAddress } from './scheme-mapping.ts';

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string };
}

const own = new Map<string, string>();
let isWatching = false;
let opening: Promise<unknown> = Promise.resolve();

/**
 * A page of the app's own. Any other page of the browser was opened by a page (a link in a new window, a middle click, `window.open`):
 * it stands still until the handler has said whether it may be. What a page's policy forbids is not asked for.
 */
export async function openTarget(
  size: { readonly width: number; readonly height: number },
  isAllowed: (url: string) => boolean,
): Promise<{ targetId: string; sessionId: string }> {
  const { devTools } = await browser();
  if (!isWatching) {
    isWatching = true;
    devTools.on('Target.attachedToTarget', (attached: Attached) => void judge(attached, isAllowed));
    const waitForDebuggerOnStart = true;
    await devTools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart, flatten: true });
  }
  const created = devTools.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    ...size,
  });
  opening = created;
  const { targetId } = await created;
  return { targetId, sessionId: own.get(targetId) ?? (await attach(targetId)) };
}

async function attach(targetId: string): Promise<string> {
  const { devTools } = await browser();
  const { sessionId } = await devTools.send<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  own.set(targetId, sessionId);
  return sessionId;
}

async function judge({ sessionId, targetInfo }: Attached, isAllowed: (url: string) => boolean): Promise<void> {
  const { devTools } = await browser();
  const { targetId, type } = targetInfo;
  const created = await opening;
  const isOwn = (created as { targetId: string }).targetId === targetId || own.has(targetId);
  const url = toElectronAddress(targetInfo.url, listSchemes());
  const isStopped = !isOwn && type === 'page' && !isAllowed(url);
  if (!isOwn && type === 'page') record('window open', { url, action: isStopped ? 'deny' : 'allow' });
  if (isStopped) await devTools.send('Target.closeTarget', { targetId }).catch(() => undefined);
  else
    await devTools
      .session(sessionId)
      .send('Runtime.runIfWaitingForDebugger')
      .catch(() => undefined);
}
