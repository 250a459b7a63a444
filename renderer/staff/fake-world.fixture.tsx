import { useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { KeyboardProvider } from '../controls/keyboard/keyboard-focus.tsx';
import { createWords } from '../words/words.ts';
import { fakeEvent, fakeStaff, type FakeHub } from './fake-hub.fixture.ts';
import type { LocalKiosk, StaffClient } from './staff-client.ts';
import { StaffWorldContext, type StaffRoute, type StaffWorld } from './staff-world.tsx';

interface WorldProps {
  /** With a text that the test may change. */
  readonly children: (state: { text: string; setText: (text: string) => void; route: StaffRoute }) => ReactNode;
}

export function fakeClient(hub: FakeHub, local: LocalKiosk | null = null): StaffClient {
  return {
    place: local ? 'kiosk' : 'browser',
    local,
    call: (name, input) => hub.call(name, input),
    signIn: () => Promise.reject(new Error('nobody signs in here')),
    signOut: () => Promise.resolve(),
    touch: () => undefined,
    onEnded: () => () => undefined,
  };
}

/** For tests: what stands around a page of the staff app, over a hub from memory. */
export function fakeWorld(hub: FakeHub, more: Partial<StaffWorld> = {}) {
  const words = createWords('en');
  const client = more.client ?? fakeClient(hub);
  return function World({ children }: WorldProps) {
    const [text, setText] = useState('');
    const [route, go] = useState<StaffRoute>({ page: 'find' });
    const world: StaffWorld = {
      ...{ staff: fakeStaff, scope: 'hub', language: 'en', event: fakeEvent, askEvent: () => undefined },
      ...{ route, go, query: text, setQuery: setText, leave: () => undefined },
      ...more,
      client,
    };
    return (
      <I18nextProvider i18n={words}>
        <StaffWorldContext value={world}>
          <KeyboardProvider>{children({ text, setText, route })}</KeyboardProvider>
        </StaffWorldContext>
      </I18nextProvider>
    );
  };
}
