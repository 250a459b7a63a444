import { expect, test } from 'vitest';
import { emptyDraft } from './draft.ts';
import { changeState, startState, type GivenCode, type VisitAction, type VisitState } from './visit-state.ts';

const given: GivenCode = { id: 'one', code: 'TICKET-1', beginsVisit: false };
const home = { name: 'home' } as const;
const code = { name: 'code', session: null } as const;
const badge = { name: 'badge' } as const;

function play(actions: readonly VisitAction[], from: VisitState = startState(null)): VisitState {
  return actions.reduce(changeState, from);
}

test('a code that was scanned before there was a visit is read on the code screen, with home behind it', () => {
  const state = startState({ ...given, beginsVisit: true });
  expect(state.screens).toEqual([code, home]);
  expect(state.givenCode?.code).toBe('TICKET-1');
});

test('a code that is given anywhere leads to the code screen, and back from there to where it was', () => {
  const state = play([
    { type: 'home' },
    { type: 'go', screen: { name: 'jobs' } },
    { type: 'give-code', given },
    { type: 'refuse-code' },
  ]);
  expect(state.screens[0]).toEqual(code);
  expect(play([{ type: 'back' }], state).screens).toEqual([{ name: 'jobs' }, home]);
});

test('before a language was chosen, home lies behind the code', () => {
  expect(play([{ type: 'give-code', given }]).screens).toEqual([code, home]);
});

test('an unknown code loses nothing that was entered', () => {
  const state = play([
    { type: 'change', part: { own: '陳大文', consent: true } },
    { type: 'give-code', given },
    { type: 'refuse-code' },
  ]);
  expect(state.draft).toEqual({ ...emptyDraft, own: '陳大文', consent: true });
  expect(state.givenCode).toBe(null);
});

test('what a code opens takes the place of what was entered, and the code is forgotten', () => {
  const state = play([
    { type: 'home' },
    { type: 'change', part: { own: '陳大文', email: 'somebody@example.com', consent: true } },
    { type: 'give-code', given },
    { type: 'accept-code', part: { latin: 'Ada Lovelace', isPreRegistered: true }, screen: badge },
  ]);
  expect(state.draft).toEqual({ ...emptyDraft, latin: 'Ada Lovelace', isPreRegistered: true });
  expect(state.screens).toEqual([badge, home]);
  expect(JSON.stringify(state)).not.toContain('TICKET-1');
});

test('a code for a seat leads back to the session', () => {
  const seat = { name: 'seat', session: 'S1' } as const;
  const state = play([
    { type: 'home' },
    { type: 'go', screen: { name: 'agenda' } },
    { type: 'go', screen: seat },
    { type: 'go', screen: { name: 'code', session: 'S1' } },
    { type: 'give-code', given },
  ]);
  expect(state.screens[0]).toEqual({ name: 'code', session: 'S1' });
  const accepted = play([{ type: 'accept-code', part: { shownClaimCode: 'K7QX-2M9Q' }, screen: badge }], state);
  expect(accepted.screens).toEqual([seat, { name: 'agenda' }, home]);
  expect(accepted.draft.shownClaimCode).toBe('K7QX-2M9Q');
});

test.each<VisitAction>([{ type: 'back' }, { type: 'home' }, { type: 'go', screen: { name: 'agenda' } }])(
  'a code on its way is forgotten when the visitor goes elsewhere: $type',
  (action) => {
    const state = play([{ type: 'home' }, { type: 'give-code', given }, action]);
    expect(state.givenCode).toBe(null);
  },
);
