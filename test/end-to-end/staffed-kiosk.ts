import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from '@playwright/test';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Announcement } from '../../domain/announcement.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import { startHub, type HubProcess } from '../faults/harness/hub-process.ts';
import { wordsOf } from '../journeys/words.ts';
import { askHost } from './ask-host.ts';

const words = wordsOf('en');
const memberSchema = z.object({ number: z.string(), pin: z.string(), badge: z.string() });

/** Somebody with what they were told once. */
export type Member = z.infer<typeof memberSchema>;

export async function addStaff(hub: HubProcess, role: StaffRole = 'supervisor'): Promise<Member> {
  return memberSchema.parse(await hub.ask('POST', '/v1/operator/staff', { label: 'Desk 1', role }));
}

/** A hub in a folder below. */
export function startHubIn(folder: string, event: string, port = 0): Promise<HubProcess> {
  const hubFolder = join(folder, 'hub');
  mkdirSync(hubFolder, { recursive: true, mode: 0o700 });
  return startHub({ folder: hubFolder, event, port });
}

/** Until the host talks to its hub. */
export async function waitUntilOnline(page: Page): Promise<void> {
  await expect
    .poll(() => askHost(page, 'status'), { timeout: 30_000 })
    .toMatchObject({ link: { state: 'online' }, waiting: 0 });
}

/** What the organiser says, through this kiosk. */
export async function announce(page: Page, member: Member, given: Omit<Announcement, 'id'>): Promise<void> {
  await askHost(page, 'staffSignIn', { credentials: { by: 'badge', badge: member.badge } });
  const answer = await askHost(page, 'staffCall', { name: 'announce', input: { id: v7(), ...given } });
  expect(answer).toMatchObject({ ok: true });
  await askHost(page, 'staffSignOut');
}

export const pinPad = (page: Page) => page.getByRole('dialog', { name: words.staff.signIn.title, exact: true });
export const staffMode = (page: Page) => page.getByRole('dialog', { name: words.staffEntry.mode, exact: true });

export async function openPinPad(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyP');
  await pinPad(page).waitFor();
}

/** On the pad's own keys. */
export async function typePin(page: Page, { number, pin }: Pick<Member, 'number' | 'pin'>): Promise<void> {
  for (const digit of number + pin) await pinPad(page).getByRole('button', { name: digit, exact: true }).click();
}
