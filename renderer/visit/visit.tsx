import { createContext, use, useMemo, useReducer, type ReactNode } from 'react';
import { v7 as createId } from 'uuid';
import type { Language } from '../../domain/localised.ts';
import type { Wishes } from '../../domain/match/wishes.ts';
import { holds, type ShortlistEntry } from '../../domain/shortlist.ts';
import type { AgendaQuery } from '../agenda/agenda-query.ts';
import type { SearchQuery } from '../search/query.ts';
import { ShortlistContext, type KeptThings } from '../shortlist/use-shortlist.ts';
import type { Draft } from './draft.ts';
import type { Screen } from './screen.ts';
import { changeState, startState, type GivenCode, type VisitState } from './visit-state.ts';

/** One visitor's time at the kiosk. Nothing of it outlives the component: a wipe is a remount. */
export interface Visit extends Pick<
  VisitState,
  'draft' | 'jobQuery' | 'agendaQuery' | 'wishes' | 'givenCode' | 'isPrinting'
> {
  readonly screen: Screen;
  readonly canGoBack: boolean;
  readonly go: (screen: Screen) => void;
  /** Forgets the way here: the visitor cannot go back from there. */
  readonly goHome: () => void;
  readonly replace: (screen: Screen) => void;
  readonly back: () => void;
  readonly change: (part: Partial<Draft>) => void;
  /** What the visitor looks for among the jobs. */
  readonly setJobQuery: (query: SearchQuery) => void;
  /** What they look for in the programme. */
  readonly narrowAgenda: (part: Partial<AgendaQuery>) => void;
  /** What the visitor answers to "Match me". */
  readonly wish: (part: Partial<Wishes>) => void;
  readonly setPrinting: (isPrinting: boolean) => void;
  /** A ticket's or a badge's, typed or scanned: the code screen takes it to the host. */
  readonly giveCode: (code: string) => void;
  readonly refuseCode: () => void;
  /** What the code has opened takes the place of what was entered. `screen` is shown unless a seat waits for the code. */
  readonly acceptCode: (part: Partial<Draft>, screen: Screen) => void;
  /** Ends the visit and begins the next with a code. */
  readonly startNext: (code: string) => void;
  /** Erases everything and shows the attract loop. */
  readonly end: () => void;
  readonly language: Language;
  readonly speak: (language: Language) => void;
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
  readonly onNext: (code: string) => void;
  /** What began the visit, when it was not a touch. */
  readonly givenCode?: GivenCode | null;
  readonly children: ReactNode;
}

export function VisitProvider(props: VisitProviderProps) {
  const { language, onSpeak, onEnd, onNext, givenCode = null, children } = props;
  const [state, dispatch] = useReducer(changeState, givenCode, startState);
  // The same for the whole visit, so that what only moves on is not drawn anew with every letter typed.
  const moves = useMemo(
    () => ({
      setJobQuery: (query: SearchQuery) => {
        dispatch({ type: 'query', query });
      },
      narrowAgenda: (part: Partial<AgendaQuery>) => {
        dispatch({ type: 'agenda', part });
      },
      wish: (part: Partial<Wishes>) => {
        dispatch({ type: 'wish', part });
      },
      setPrinting: (isPrinting: boolean) => {
        dispatch({ type: 'printing', isPrinting });
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
      giveCode: (code: string) => {
        dispatch({ type: 'give-code', given: { id: createId(), code, beginsVisit: false } });
      },
      refuseCode: () => {
        dispatch({ type: 'refuse-code' });
      },
      acceptCode: (part: Partial<Draft>, screen: Screen) => {
        dispatch({ type: 'accept-code', part, screen });
      },
    }),
    [],
  );
  const keeping = useMemo(
    () => ({
      add: (entry: ShortlistEntry) => {
        dispatch({ type: 'keep', entry });
      },
      remove: (entry: ShortlistEntry) => {
        dispatch({ type: 'drop', entry });
      },
      setVisited: (place: string, isVisited: boolean) => {
        dispatch({ type: 'visit', place, isVisited });
      },
      setStepFree: (wanted: boolean) => {
        dispatch({ type: 'step-free', isStepFree: wanted });
      },
    }),
    [],
  );
  const { shortlist, visited, isStepFree } = state;
  const kept = useMemo<KeptThings>(
    () => ({
      entries: shortlist,
      has: (entry) => holds(shortlist, entry),
      visited: new Set(visited),
      isStepFree,
      ...keeping,
    }),
    [shortlist, visited, isStepFree, keeping],
  );
  const visit = useMemo<Visit>(
    () => ({
      screen: state.screens[0],
      canGoBack: state.screens.length > 1,
      draft: state.draft,
      jobQuery: state.jobQuery,
      agendaQuery: state.agendaQuery,
      wishes: state.wishes,
      givenCode: state.givenCode,
      isPrinting: state.isPrinting,
      ...moves,
      startNext: onNext,
      end: onEnd,
      language,
      speak: onSpeak,
    }),
    [state, moves, language, onSpeak, onEnd, onNext],
  );
  return (
    <VisitContext value={visit}>
      <ShortlistContext value={kept}>{children}</ShortlistContext>
    </VisitContext>
  );
}
