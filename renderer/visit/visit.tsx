import { createContext, use, useMemo, useReducer, type ReactNode } from 'react';
import type { Language } from '../../domain/localised.ts';
import type { JobQuery } from '../search/job-index.ts';
import { emptyDraft, type Draft } from './draft.ts';
import type { Screen } from './screen.ts';

/** One visitor's time at the kiosk. Nothing of it outlives the component: a wipe is a remount. */
export interface Visit {
  readonly screen: Screen;
  readonly canGoBack: boolean;
  readonly draft: Draft;
  readonly go: (screen: Screen) => void;
  /** Forgets the way here: the visitor cannot go back from there. */
  readonly goHome: () => void;
  readonly replace: (screen: Screen) => void;
  readonly back: () => void;
  readonly change: (part: Partial<Draft>) => void;
  /** What the visitor looks for among the jobs. */
  readonly jobQuery: JobQuery;
  readonly setJobQuery: (query: JobQuery) => void;
  /** Erases everything and shows the attract loop. */
  readonly end: () => void;
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

interface State {
  readonly screens: readonly [Screen, ...Screen[]];
  readonly draft: Draft;
  readonly jobQuery: JobQuery;
}

const initialState: State = {
  screens: [{ name: 'language' }],
  draft: emptyDraft,
  jobQuery: { text: '', function: null, company: null },
};

type Action =
  | { readonly type: 'go' | 'replace'; readonly screen: Screen }
  | { readonly type: 'home' | 'back' }
  | { readonly type: 'change'; readonly part: Partial<Draft> }
  | { readonly type: 'query'; readonly query: JobQuery };

function reduce(state: State, action: Action): State {
  const [current, ...earlier] = state.screens;
  switch (action.type) {
    case 'go':
      return { ...state, screens: [action.screen, current, ...earlier] };
    case 'replace':
      return { ...state, screens: [action.screen, ...earlier] };
    case 'home':
      return { ...state, screens: [{ name: 'home' }] };
    case 'back': {
      const [previous, ...older] = earlier;
      return previous ? { ...state, screens: [previous, ...older] } : state;
    }
    case 'change':
      return { ...state, draft: { ...state.draft, ...action.part } };
    case 'query':
      return { ...state, jobQuery: action.query };
  }
}

const VisitContext = createContext<Visit | null>(null);

export function useVisit(): Visit {
  const visit = use(VisitContext);
  if (!visit) throw new Error('useVisit needs a VisitProvider');
  return visit;
}

interface VisitProviderProps {
  readonly language: Language;
  readonly onSpeak: (language: Language) => void;
  readonly onEnd: () => void;
  readonly children: ReactNode;
}

export function VisitProvider({ language, onSpeak, onEnd, children }: VisitProviderProps) {
  const [state, dispatch] = useReducer(reduce, initialState);
  // The same for the whole visit, so that what only moves on is not drawn anew with every letter typed.
  const moves = useMemo(
    () => ({
      setJobQuery: (query: JobQuery) => {
        dispatch({ type: 'query', query });
      },
      go: (screen: Screen) => {
        dispatch({ type: 'go', screen });
      },
      replace: (screen: Screen) => {
        dispatch({ type: 'replace', screen });
      },
      goHome: () => {
        dispatch({ type: 'home' });
      },
      back: () => {
        dispatch({ type: 'back' });
      },
      change: (part: Partial<Draft>) => {
        dispatch({ type: 'change', part });
      },
    }),
    [],
  );
  const visit = useMemo<Visit>(
    () => ({
      screen: state.screens[0],
      canGoBack: state.screens.length > 1,
      draft: state.draft,
      jobQuery: state.jobQuery,
      ...moves,
      end: onEnd,
      language,
      speak: onSpeak,
    }),
    [state, moves, language, onSpeak, onEnd],
  );
  return <VisitContext value={visit}>{children}</VisitContext>;
}
