import type { Page } from 'playwright-core';

/** Where a place's label is written on the map once that lies still, CSS pixels. */
export async function findLabel(page: Page, label: string): Promise<{ readonly x: number; readonly y: number }> {
  const at = await page.waitForFunction(async (wanted) => {
    const find = () => {
      const lines = [...document.querySelectorAll('.plan-texts tspan:first-child')];
      return lines.find(({ textContent }) => textContent === wanted)?.getBoundingClientRect();
    };
    const before = find();
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    const box = find();
    if (box === undefined || box.x !== before?.x || box.y !== before.y) return null;
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    // What lies beyond the frame is there already, and not to be seen.
    return document.elementFromPoint(at.x, at.y)?.closest('.plan-frame') ? at : null;
  }, label);
  const point = await at.jsonValue();
  if (point === null) throw new Error(`The map says ${label} nowhere.`);
  return point;
}

/** Taps on a place of the map, by what is written on it. */
export async function touchPlace(page: Page, label: string): Promise<void> {
  const { x, y } = await findLabel(page, label);
  await page.touchscreen.tap(x, y);
}

interface Pinch {
  /** Between two fingers that stand upright over each other, CSS pixels. */
  readonly from: number;
  readonly to: number;
}

/** Two fingers on the middle of the map. */
export async function pinchMap(page: Page, { from, to }: Pinch): Promise<void> {
  const box = await page.locator('.plan-frame').boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const fingers = (apart: number) => [
    { x, y: y - apart / 2, id: 0 },
    { x, y: y + apart / 2, id: 1 },
  ];
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (let step = 1; step <= 10; step += 1) {
    const touchPoints = fingers(from + ((to - from) * step) / 10);
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** One finger across the map. */
export async function dragMap(page: Page, { across, down }: { across: number; down: number }): Promise<void> {
  const box = await page.locator('.plan-frame').boundingBox();
  if (!box) throw new Error('There is no map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const finger = (share: number) => [{ x: x + across * share, y: y + down * share, id: 0 }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: finger(0) });
  for (let step = 1; step <= 10; step += 1) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: finger(step / 10) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}
