import { setTimeout as wait } from 'node:timers/promises';
import { screen } from './session.ts';
import type { Technique } from './technique.ts';

const middle = { x: screen.width / 2, y: screen.height / 2 };
const words = { x: 120, y: 70 };
const edges = {
  left: { x: 0, y: middle.y },
  right: { x: screen.width - 1, y: middle.y },
  top: { x: middle.x, y: 0 },
  bottom: { x: middle.x, y: screen.height - 1 },
};

/** Nothing that it does can be seen at once, so it is only asked whether the kiosk is still the kiosk. */
function plain(
  name: string,
  about: string,
  attempt: (hand: Parameters<Technique['attempt']>[0]['hand']) => Promise<void>,
): Technique {
  return {
    name,
    about,
    async attempt({ hand }) {
      await attempt(hand);
      return null;
    },
  };
}

export const pointerTechniques: readonly Technique[] = [
  { ...plain('right-click', 'the context menu', (hand) => hand.click(words, 3)), short: true },
  plain('right-click-everywhere', 'the context menu of pictures, words and empty places', async (hand) => {
    for (let y = 40; y < screen.height; y += 110) for (const x of [40, 270, 500]) await hand.click({ x, y }, 3);
  }),
  {
    name: 'right-click-in-a-field',
    about: 'the context menu of a text field: emoji, spelling, inspect',
    async attempt({ hand, openField }) {
      await openField();
      for (let y = 100; y < 500; y += 60) await hand.click({ x: 150, y }, 3);
      return null;
    },
  },
  plain('middle-click', 'autoscroll, and a link in a new tab', async (hand) => {
    for (let y = 60; y < screen.height; y += 150) await hand.click({ x: middle.x, y }, 2);
  }),
  plain('side-buttons', 'back and forward', async (hand) => {
    await hand.click(middle, 8);
    await hand.click(middle, 9);
  }),
  plain('modified-clicks', 'a link in a new tab, a new window, as a download', async (hand) => {
    for (const key of ['ctrl', 'shift', 'alt', 'super']) {
      await hand.scroll(middle, 1, key);
      await hand.hold(key, 50);
    }
  }),
  plain('long-press', 'a button held for two seconds, on words and on the invitation', async (hand) => {
    await hand.longPress(words, 2000);
    await hand.longPress({ x: middle.x, y: screen.height - 80 }, 2000);
  }),
  plain('double-and-triple-click', 'words are selected, a bubble offers to search for them', async (hand) => {
    for (let click = 0; click < 6; click += 1) await hand.click(words);
  }),
  plain('drag-text-out', 'selected words, dragged to each edge and beyond', async (hand) => {
    await hand.press('ctrl+a');
    for (const edge of Object.values(edges)) await hand.drag(words, edge);
  }),
  plain('drag-to-top', 'the pointer at the top edge, which shows a browser’s way out of full screen', async (hand) => {
    await hand.drag(middle, edges.top);
    await wait(2500);
  }),
  plain(
    'edge-swipes',
    'from each edge to the middle, and across: back, forward, menus, other windows',
    async (hand) => {
      for (const edge of Object.values(edges)) await hand.drag(edge, middle);
      await hand.drag(edges.left, edges.right);
      await hand.drag(edges.right, edges.left);
      await hand.drag(edges.top, edges.bottom);
      await hand.drag(edges.bottom, edges.top);
    },
  ),
  {
    ...plain('ctrl-wheel', 'zoom by the wheel', async (hand) => {
      await hand.scroll(middle, 8, 'ctrl');
      await hand.scroll(middle, -3, 'ctrl');
    }),
    short: true,
  },
  plain('shift-wheel', 'back and forward by the wheel', (hand) => hand.scroll(middle, 12, 'shift')),
];
