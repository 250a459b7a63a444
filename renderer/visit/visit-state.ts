import { noWishes, type Wishes } from '../../domain/match/wishes.ts';
import { drop, keep, type Shortlist, type ShortlistEntry } from '../../domain/shortlist.ts';
import { wholeAgenda, type AgendaQuery } from '../agenda/agenda-query.ts';
import { emptyQuery, type SearchQuery } from '../search/query.ts';
import { emptyDraft, type Draft } from './draft.ts';
import type { Screen } from './screen.ts';

/** A code on its way to the host. It is forgotten as soon as the answer is there, and whenever the visitor goes elsewhere. */
export interface GivenCode {
  /** UUIDv7, fixed when the code was read. */
  readonly id: string;
  readonly code: string;
  /** It began the visit, so nobody has chosen a language yet. */
  readonly beginsVisit: boolean;
}

export interface VisitState {
  readonly screens: readonly [Screen, ...Screen[]];
  readonly draft: Draft;
  readonly jobQuery: SearchQuery;
  readonly agendaQuery: AgendaQuery;
  /** The answers of "Match me". Nothing of them leaves the visit. */
  readonly wishes: Wishes;
  readonly shortlist: Shortlist;
  /** Ids of places where the visitor says they have been. */
  readonly visited: readonly string[];
  /** Ways without stairs and escalators. */
  readonly isStepFree: boolean;
  readonly givenCode: GivenCode | null;
  readonly isPrinting: boolean;
}

export type VisitAction =
  | { readonly type: 'go' | 'replace'; readonly screen: Screen }
  | { readonly type: 'home' | 'back' }
  | { readonly type: 'change'; readonly part: Partial<Draft> }
  | { readonly type: 'query'; readonly query: SearchQuery }
  | { readonly type: 'agenda'; readonly part: Partial<AgendaQuery> }
  | { readonly type: 'wish'; readonly part: Partial<Wishes> }
  | { readonly type: 'keep' | 'drop'; readonly entry: ShortlistEntry }
  | { readonly type: 'visit'; readonly place: string; readonly isVisited: boolean }
  | { readonly type: 'step-free'; readonly isStepFree: boolean }
  | { readonly type: 'printing'; readonly isPrinting: boolean }
  | { readonly type: 'give-code'; readonly given: GivenCode }
  | { readonly type: 'refuse-code' }
  | { readonly type: 'accept-code'; readonly part: Partial<Draft>; readonly screen: Screen };

/** @param given a code that was scanned before there was a visit */
export function startState(given: GivenCode | null): VisitState {
  return {
    screens: given ? showCodeScreen([{ name: 'language' }]) : [{ name: 'language' }],
    draft: emptyDraft,
    jobQuery: emptyQuery,
    agendaQuery: wholeAgenda,
    wishes: noWishes,
    shortlist: [],
    visited: [],
    isStepFree: false,
    givenCode: given,
    isPrinting: false,
  };
}

export function changeState(state: VisitState, action: VisitAction): VisitState {
  const [current, ...earlier] = state.screens;
  const move = (screens: VisitState['screens']): VisitState => ({ ...state, screens, givenCode: null });
  switch (action.type) {
    case 'go':
      return move([action.screen, current, ...earlier]);
    case 'replace':
      return move([action.screen, ...earlier]);
    case 'home':
      return move([{ name: 'home' }]);
    case 'back': {
      const [previous, ...older] = earlier;
      return previous ? move([previous, ...older]) : state;
    }
    case 'change':
      return { ...state, draft: { ...state.draft, ...action.part } };
    case 'query':
      return { ...state, jobQuery: action.query };
    case 'agenda':
      return { ...state, agendaQuery: { ...state.agendaQuery, ...action.part } };
    case 'wish':
      return { ...state, wishes: { ...state.wishes, ...action.part } };
    case 'keep':
      return { ...state, shortlist: keep(state.shortlist, action.entry) };
    case 'drop':
      return { ...state, shortlist: drop(state.shortlist, action.entry) };
    case 'visit': {
      const others = state.visited.filter((place) => place !== action.place);
      return { ...state, visited: action.isVisited ? [...others, action.place] : others };
    }
    case 'step-free':
      return { ...state, isStepFree: action.isStepFree };
    case 'printing':
      return { ...state, isPrinting: action.isPrinting };
    case 'give-code':
      return { ...state, givenCode: action.given, screens: showCodeScreen(state.screens) };
    case 'refuse-code':
      return { ...state, givenCode: null };
    case 'accept-code': {
      const [seat, ...older] = current.name === 'code' && current.session !== null ? earlier : [];
      return {
        ...state,
        givenCode: null,
        draft: { ...emptyDraft, ...action.part },
        screens: seat ? [seat, ...older] : [action.screen, { name: 'home' }],
      };
    }
  }
}

/** Over where the visitor is, so that Back leads there when the code is unknown. */
function showCodeScreen([current, ...earlier]: VisitState['screens']): VisitState['screens'] {
  if (current.name === 'code') return [current, ...earlier];
  if (current.name === 'language') return [{ name: 'code', session: null }, { name: 'home' }];
  return [{ name: 'code', session: null }, current, ...earlier];
}
