// @vitest-environment happy-dom
import { act } from 'react';
import { expect, test } from 'vitest';
import { render } from '../render.fixture.tsx';
import { emptyQuery, noFacets } from '../search/query.ts';
import { emptyDraft } from './draft.ts';
import { useVisit, VisitProvider, type Visit } from './visit.tsx';

const nothing = () => undefined;

/** A visit as a screen sees it; `now` is what the last paint showed. */
function startVisit() {
  const seen: Visit[] = [];
  const Screen = () => {
    seen.push(useVisit());
    return null;
  };
  const tree = (
    <VisitProvider language="en" onSpeak={nothing} onEnd={nothing} onNext={nothing}>
      <Screen />
    </VisitProvider>
  );
  const { unmount } = render(tree);
  const now = (): Visit => {
    const visit = seen.at(-1);
    if (!visit) throw new Error('nothing was drawn');
    return visit;
  };
  const does = (action: (visit: Visit) => void) => {
    act(() => {
      action(now());
    });
  };
  return { now, does, unmount };
}

test('begins at the language, with nothing entered and nothing ticked', () => {
  const { now } = startVisit();
  expect(now().screen).toEqual({ name: 'language' });
  expect(now().canGoBack).toBe(false);
  expect(now().draft).toEqual(emptyDraft);
  expect(now().draft).toMatchObject({ consent: false, status: null, talentPool: null, interests: [] });
});

test('back goes the way that the visitor came, and no further than its beginning', () => {
  const { now, does } = startVisit();
  does(({ goHome }) => {
    goHome();
  });
  for (const screen of [
    { name: 'jobs' },
    { name: 'job', job: 'J001' },
    { name: 'map', place: 'a', job: null },
  ] as const) {
    does(({ go }) => {
      go(screen);
    });
  }
  const way = [now().screen.name];
  while (now().canGoBack) {
    does(({ back }) => {
      back();
    });
    way.push(now().screen.name);
  }
  expect(way).toEqual(['map', 'job', 'jobs', 'home']);
  does(({ back }) => {
    back();
  });
  expect(now().screen).toEqual({ name: 'home' });
});

test('a replaced screen is not on the way back', () => {
  const { now, does } = startVisit();
  does(({ goHome }) => {
    goHome();
  });
  does(({ go }) => {
    go({ name: 'map', place: null, job: null });
  });
  does(({ replace }) => {
    replace({ name: 'map', place: 'stand-1', job: null });
  });
  expect(now().screen).toEqual({ name: 'map', place: 'stand-1', job: null });
  does(({ back }) => {
    back();
  });
  expect(now().screen).toEqual({ name: 'home' });
});

test('home forgets the way, and keeps what was entered and looked for', () => {
  const { now, does } = startVisit();
  const query = { text: 'analog', facets: { ...noFacets, function: ['design'] } };
  does(({ go, change, setJobQuery }) => {
    go({ name: 'name' });
    change({ own: '陳大文' });
    change({ latin: 'Chan Tai Man' });
    setJobQuery(query);
  });
  does(({ goHome }) => {
    goHome();
  });
  expect(now().screen).toEqual({ name: 'home' });
  expect(now().canGoBack).toBe(false);
  expect(now().draft).toEqual({ ...emptyDraft, own: '陳大文', latin: 'Chan Tai Man' });
  expect(now().jobQuery).toEqual(query);
});

test('a visit that is mounted anew knows nothing of the one before', () => {
  const first = startVisit();
  first.does(({ change, setJobQuery, go }) => {
    change({ own: '陳大文', consent: true });
    setJobQuery({ ...emptyQuery, text: 'analog' });
    go({ name: 'jobs' });
  });
  first.unmount();
  const { now } = startVisit();
  expect(now().draft).toEqual(emptyDraft);
  expect(now().jobQuery).toEqual(emptyQuery);
  expect(now().screen).toEqual({ name: 'language' });
});
