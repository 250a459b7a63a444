import type { BridgeClient } from './bridge.ts';

export interface PulseParts {
  readonly bridge: Pick<BridgeClient, 'pulse'>;
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

const retryAfterMilliseconds = 1000;

/**
 * Proves to the host, about once a second, that this page lives: its main thread takes the host's number and sends it back from a frame
 * that was painted. The host sets the pace. With each beat goes how smoothly the page ran.
 */
export async function keepPulse({ bridge, signal, pause }: PulseParts): Promise<void> {
  const frames = watchFrames();
  const isCovered = watchCover();
  let answers: number | null = null;
  while (!signal.aborted) {
    try {
      const { isHidden, waited } = await nextFrame();
      const worstFrame = Math.max(frames.takeWorst(), waited > 50 ? waited : 0);
      const { number } = await bridge.pulse({
        answers,
        isHidden,
        worstFrame,
        isCovered: isCovered(),
        heap: measureHeap(),
      });
      answers = number;
    } catch {
      answers = null;
      await pause(retryAfterMilliseconds);
    }
  }
  frames.stop();
}

/** A page that nobody sees paints no frames. It may become hidden, or seen, while it waits. */
async function nextFrame(): Promise<{ isHidden: boolean; waited: number }> {
  const start = performance.now();
  const stop = new AbortController();
  await new Promise<void>((resolve) => {
    const frame = requestAnimationFrame(() => {
      resolve();
    });
    const look = () => {
      if (!document.hidden) return;
      cancelAnimationFrame(frame);
      resolve();
    };
    document.addEventListener('visibilitychange', look, { signal: stop.signal });
    look();
  });
  stop.abort();
  const isHidden = document.hidden;
  return { isHidden, waited: isHidden ? 0 : performance.now() - start };
}

/** @see https://w3c.github.io/long-animation-frames/ frames above 50 ms */
function watchFrames(): { takeWorst: () => number; stop: () => void } {
  let worst = 0;
  const observer =
    typeof PerformanceObserver === 'function' &&
    PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')
      ? new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) worst = Math.max(worst, duration);
        })
      : null;
  observer?.observe({ type: 'long-animation-frame' });
  return {
    takeWorst() {
      const taken = worst;
      worst = 0;
      return taken;
    },
    stop() {
      observer?.disconnect();
    },
  };
}

/** A page in a window, or on a screen whose size the browser does not know, is never covered: it never had the whole of it. */
function watchCover(): () => boolean {
  let hadAll = false;
  return () => {
    const hasAll = innerWidth >= screen.width && innerHeight >= screen.height;
    hadAll ||= hasAll;
    return hadAll && !hasAll;
  };
}

/** Megabytes; Chromium's own, rounded by it. */
function measureHeap(): number | null {
  const { memory } = performance as Performance & { memory?: { readonly usedJSHeapSize: number } };
  return memory === undefined ? null : memory.usedJSHeapSize / 1024 / 1024;
}
