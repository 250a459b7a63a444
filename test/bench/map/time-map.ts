import type { Page } from 'playwright-core';

/** Milliseconds from the press on what opens a map to the frame after it is there. */
export async function timeOpening(page: Page, { opener, shown }: { opener: string; shown: string }): Promise<number> {
  await page.evaluate((selector) => {
    window.bench.pending = window.bench.whenPainted(() => document.querySelector(selector) !== null);
  }, shown);
  await page.locator(opener).last().click();
  return page.evaluate(async () => (await window.bench.pending) - window.bench.lastPress);
}

/**
 * Frames a second in which the map had moved, while a hand drags it to and fro.
 * @param moved what moves; its transform is read in each frame
 */
export async function measurePanning(page: Page, moved: string): Promise<number> {
  await page.evaluate((selector) => {
    const frames: string[] = [];
    let isOver = false;
    const began = performance.now();
    const look = () => {
      const element = document.querySelector<HTMLElement>(selector);
      frames.push(`${element?.style.transform ?? ''}${element?.getAttribute('transform') ?? ''}`);
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, {
      endPanning: () => {
        isOver = true;
        const changed = frames.filter((frame, index) => index > 0 && frame !== frames[index - 1]).length;
        return changed / ((performance.now() - began) / 1000);
      },
    });
  }, moved);
  const box = await page.locator('.plan-frame, svg').first().boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const [across, down] of [
    [200, 150],
    [-200, -150],
    [180, -120],
    [-180, 120],
  ] as const) {
    // prettier-ignore
    await page.mouse.move(x + across, y + down, { steps: 60 });
  }
  const framesPerSecond = await page.evaluate(() => (window as unknown as { endPanning: () => number }).endPanning());
  await page.mouse.up();
  return framesPerSecond;
}
