import type { Check, Found } from '../check.ts';
import type { PageFindings } from '../page/page-findings.ts';

/** For tests: the one finding of a check. */
export async function examined(check: Check): Promise<Found> {
  const found = await check.examine(new AbortController().signal);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${check.name} has ${String(found.length)} findings`);
  return first;
}

/** For tests: state and advice of it. */
export async function verdict(check: Check): Promise<string> {
  const { state, advice } = await examined(check);
  return advice === null ? state : `${state} ${advice}`;
}

/** For tests: a browser on a good touchscreen. */
export function fakeFindings(changes: Partial<PageFindings> = {}): PageFindings {
  return {
    browser: 'Mozilla/5.0 Chrome/156.0.0.0',
    screen: { width: 1080, height: 1920, pixelRatio: 1 },
    framesPerSecond: 60,
    gpu: 'Mesa Intel(R) UHD Graphics 620',
    touchPoints: 10,
    scripts: [{ language: 'th', uncovered: 0, unread: 0, boxes: 0 }],
    voices: ['en-GB', 'zh-HK', 'zh-CN'],
    cameras: 0,
    hasDisplay: true,
    hasSandbox: true,
    ...changes,
  };
}
