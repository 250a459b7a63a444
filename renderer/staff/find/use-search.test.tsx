// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StaffAnswer } from '../../../domain/protocol/staff-calls.ts';
import { err, ok } from '../../../domain/result.ts';
import { render } from '../../render.fixture.tsx';
import { createFakeHub, fakeVisitor, type FakeHub } from '../fake-hub.fixture.ts';
import { fakeWorld } from '../fake-world.fixture.tsx';
import { useSearch, type Search } from './use-search.ts';

let hub: FakeHub;
let search: Search;
let type: (query: string) => void;
let unmount: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  hub = createFakeHub();
  hub.visitors.push(fakeVisitor(), fakeVisitor({ name: { own: '林美玲', latin: 'Lam Mei Ling' } }));
});
afterEach(() => {
  unmount();
  vi.useRealTimers();
});

function show(): void {
  const Searching = ({ query }: { readonly query: string }) => {
    search = useSearch(query);
    return null;
  };
  const World = fakeWorld(hub);
  const shown = render(
    <World>
      {({ text, setText }) => {
        type = setText;
        return <Searching query={text} />;
      }}
    </World>,
  );
  unmount = shown.unmount;
}

const asked = () =>
  hub.calls.filter(({ name }) => name === 'findVisitors').map(({ input }) => (input as { query: string }).query);
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const write = (query: string) => {
  act(() => {
    type(query);
  });
};

test('letters that come quickly are one question', async () => {
  show();
  for (const query of ['l', 'la', 'lam']) {
    write(query);
    await pass(40);
  }
  expect(asked()).toEqual([]);
  await pass(200);
  expect(asked()).toEqual(['lam']);
  expect(search.found?.visitors.map(({ name }) => name.latin)).toEqual(['Lam Mei Ling']);
});

test('an answer that comes late does not replace that to a later question', async () => {
  const held = new Map<string, (answer: StaffAnswer<'findVisitors'>) => void>();
  hub.answers.findVisitors = ({ query }) =>
    new Promise((resolve) => {
      held.set(query, (answer) => {
        resolve(ok(answer));
      });
    });
  show();
  write('陳');
  await pass(200);
  write('林');
  await pass(200);
  await act(async () => {
    held.get('林')?.({ visitors: [], total: 7 });
    await Promise.resolve();
  });
  await act(async () => {
    held.get('陳')?.({ visitors: [], total: 3 });
    await Promise.resolve();
  });
  expect(search).toMatchObject({ asked: '林', isSearching: false, found: { total: 7 } });
});

test('what was found stays while the next answer is on its way', async () => {
  show();
  write('lam');
  await pass(200);
  write('lam m');
  expect(search).toMatchObject({ asked: 'lam', isSearching: true, found: { total: 1 } });
});

test('nothing typed asks nothing, and forgets what was found', async () => {
  show();
  write('lam');
  await pass(200);
  write('   ');
  await pass(200);
  expect(search.found).toBeNull();
  expect(asked()).toEqual(['lam']);
});

test('a refusal is told, and asked again on demand', async () => {
  hub.answers.findVisitors = () => err('locked');
  show();
  write('lam');
  await pass(200);
  expect(search.refusal).toBe('locked');
  delete hub.answers.findVisitors;
  act(() => {
    search.again();
  });
  await pass(200);
  expect(search).toMatchObject({ refusal: null, found: { total: 1 } });
});
