import { z } from 'zod';

const eventSchema = z.object({
  method: z.string().optional(),
  params: z
    .object({
      targetId: z.string().optional(),
      targetInfo: z.object({ targetId: z.string(), type: z.string(), url: z.string() }).optional(),
    })
    .optional(),
});

export interface PageEventsParts {
  /** A kiosk has one page, and that is ours; in an ordinary window a developer may have what they like. */
  readonly isAlone: boolean;
  /** Of our page, `http://127.0.0.1:PORT`; what else this machine serves, its print server for one, is not ours. */
  readonly origin: string;
  /** The page's process is gone, or the page is no more what is shown: a second one came up, or it was led elsewhere. */
  readonly onLost: () => void;
}

/**
 * Judges what Chromium tells of its pages. When the page is dead or hangs it cannot take Chromium's shortcuts away, and Control-T opens
 * a tab: then the browser is lost and replaced.
 *
 * @returns takes one message of the DevTools protocol
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
export function createPageEvents({ isAlone, origin, onLost }: PageEventsParts): (message: string) => void {
  const pages = new Set<string>();
  let isLost = false;
  /** Once: each time counts as a death. */
  const lose = () => {
    if (!isLost) onLost();
    isLost = true;
  };
  return (message) => {
    const event = eventSchema.safeParse(JSON.parse(message));
    if (!event.success) return;
    const { method, params } = event.data;
    const { targetInfo, targetId = '' } = params ?? {};
    switch (method ?? '') {
      case 'Target.targetCreated':
      case 'Target.targetInfoChanged':
        if (targetInfo?.type !== 'page') return;
        pages.add(targetInfo.targetId);
        if (isAlone && (pages.size > 1 || !isOurs(targetInfo.url, origin))) lose();
        return;
      case 'Target.targetCrashed':
        if (pages.has(targetId)) lose();
        return;
      case 'Target.targetDestroyed':
        pages.delete(targetId);
        return;
      default:
    }
  };
}

/** Before it has loaded anything a page has no address, or the empty page's. */
function isOurs(url: string, origin: string): boolean {
  return url === '' || url === 'about:blank' || url.startsWith(`${origin}/`);
}
