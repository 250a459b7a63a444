import { launchChromium, type RunningChromium } from './chromium.ts';

const launched = Promise.withResolvers<RunningChromium>();
let current: RunningChromium | null = null;

export async function launchBrowser(parts: Parameters<typeof launchChromium>[0]): Promise<void> {
  current = await launchChromium(parts);
  launched.resolve(current);
}

/** Waits until it is there. */
export function browser(): Promise<RunningChromium> {
  return launched.promise;
}

export function browserProcessId(): number | null {
  return current?.processId ?? null;
}

export async function closeBrowser(): Promise<void> {
  await current?.close();
}
