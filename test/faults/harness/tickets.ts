import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Kiosk } from '../../end-to-end/open-kiosk.ts';
import { scanCode } from '../../journeys/scan-code.ts';
import { waitForAttract } from '../../journeys/visit.ts';
import type { Visitor } from '../../journeys/visitor.ts';
import { wordsOf } from '../../journeys/words.ts';
import { addressOf, connectBridge } from './connect-bridge.ts';

/** A line of `attendees.csv`, as `copySamplePack` takes it. */
export function toRow({ name, contact, language }: Visitor, code = ''): string[] {
  const [email, phone] = contact.kind === 'email' ? [contact.value, ''] : ['', contact.value];
  return [code, name.own, name.latin, email, phone, language];
}

/** The hub stretches each code, 60 ms a piece, and the kiosk gets all of them in the end. */
export async function waitForAttendees({ host }: Kiosk, count: number): Promise<void> {
  const connection = await connectBridge(addressOf(host));
  const end = performance.now() + 30_000 + count * 1000;
  while ((await connection.bridge.status({})).catalogue.attendees < count) {
    if (performance.now() > end) throw new Error('the attendees did not reach the kiosk');
    await wait(100);
  }
  await connection.close();
}

/** From the attract loop to the preview of the badge. */
export async function scanTicket(page: Page, { language }: Visitor, ticket: string): Promise<void> {
  await waitForAttract(page);
  await scanCode(page, ticket);
  await page.getByRole('heading', { name: wordsOf(language).checkIn.title, exact: true }).waitFor();
}
