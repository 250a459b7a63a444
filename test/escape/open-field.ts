import { setTimeout as wait } from 'node:timers/promises';
import type { Hand } from './hand.ts';
import { screen } from './session.ts';

/** By the places of buttons, because nothing looks into the page: the invitation, English, "Register", and on to the first field. */
export async function openField(hand: Hand): Promise<void> {
  await hand.click({ x: screen.width / 2, y: screen.height / 2 });
  await wait(700);
  await hand.press('Tab', 'Return');
  await wait(900);
  await hand.press('Tab', 'Return');
  await wait(900);
}
