// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { languages } from '../../../domain/localised.ts';
import { updateReportSchema, type UpdateReport } from '../../../domain/protocol/update-report.ts';
import type { StaffRole } from '../../../domain/staff/staff-member.ts';
import { ok } from '../../../domain/result.ts';
import { render } from '../../render.fixture.tsx';
import { createWords } from '../../words/words.ts';
import { createFakeHub, fakeKiosk, fakeStaff } from '../fake-hub.fixture.ts';
import { fakeWorld } from '../fake-world.fixture.tsx';
import { KioskCard } from './kiosk-card.tsx';

let unmount: () => void = () => undefined;
afterEach(() => {
  unmount();
});

/** What a member of staff with this role is shown of a kiosk that says this of updates. */
function show(
  update: UpdateReport | undefined,
  { role = 'supervisor', isAway = false }: { readonly role?: StaffRole; readonly isAway?: boolean } = {},
) {
  const hub = createFakeHub();
  hub.answers.readOrder = () => ok({ state: 'ended', result: { kind: 'done' } });
  const kiosk = fakeKiosk('K1', isAway ? { problems: ['away'] } : {});
  const { report } = kiosk;
  if (report === null) throw new Error('it has told nothing');
  const World = fakeWorld(hub, { staff: { ...fakeStaff, role } });
  const line = { ...kiosk, report: { ...report, version: '0.1.0', ...(update && { update }) } };
  const shown = render(<World>{() => <KioskCard line={line} now={0} onChanged={() => undefined} />}</World>);
  unmount = shown.unmount;
  const { container } = shown;
  const button = () =>
    [...container.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Update now'));
  return { hub, button, text: () => container.textContent };
}

const waiting: UpdateReport = { state: 'waiting', version: '0.2.0', reason: 'opening-hours' };

test('a card says which version runs, which waits, and for what', () => {
  const { text } = show(waiting);
  expect(text()).toContain('0.1.0Version 0.2.0 is ready. It waits for the night.');
});

test('one that was taken back says why', () => {
  const { text } = show({ state: 'rolled-back', version: '0.2.0', reason: 'not-healthy' });
  expect(text()).toContain('Version 0.2.0 was put in and taken back. It did not become healthy in two starts.');
});

test('a description that names no version is not taken without one', () => {
  expect(show({ state: 'refused', version: null, reason: 'wrong-signature' }).text()).toContain(
    'What was offered as an update is not taken. Its signature is not that of',
  );
});

test.each(['supervisor', 'technician'] as const)('a %s asks the kiosk to update now, once', async (role) => {
  const { hub, button, text } = show(waiting, { role });
  await act(async () => {
    button()?.click();
    await Promise.resolve();
  });
  const orders = hub.calls.filter(({ name }) => name === 'order').map(({ input }) => input);
  expect(orders).toMatchObject([{ kiosk: 'K1', order: { kind: 'update-now' } }]);
  await expect.poll(text).toContain('The kiosk looks for an update now');
});

test.each([
  ['a helper', waiting, { role: 'helper' }],
  ['anybody while one is put in', { state: 'installing', version: '0.2.0', reason: null } as const, {}],
  ['anybody where there are no updates', { state: 'off', version: null, reason: 'not-a-package' } as const, {}],
  ['anybody whose kiosk says nothing of updates', undefined, {}],
  ['anybody whose kiosk is away', waiting, { isAway: true }],
] as const)('%s is not offered it', (_who, update, more) => {
  expect(show(update, more).button()).toBeUndefined();
});

test('there are words for all that a kiosk may say, in every language', () => {
  const { state, reason } = updateReportSchema.shape;
  const keys = [
    ...state.options.map((each) => `kioskUpdate.state.${each}`),
    ...reason.unwrap().options.map((each) => `kioskUpdate.reason.${each}`),
  ];
  for (const language of languages) {
    const words = createWords(language);
    const own = { lng: language, fallbackLng: [] };
    expect(keys.filter((key) => !words.exists(key, own))).toEqual([]);
  }
});
