import { createContext } from 'react';
import { splitMarks } from '../search/marks.ts';

/** What was found in each job of a list, by its id. A context, so that another letter draws the words anew and not the buttons around them. */
export const MatchedContext = createContext<ReadonlyMap<string, readonly string[]>>(new Map());

interface MarkedProps {
  readonly text: string;
  /** Of a hit. */
  readonly matched: readonly string[];
}

/** A text with what was found in it marked: by weight and a line under it, so that it shows in one colour, too. */
export function Marked({ text, matched }: MarkedProps) {
  return splitMarks(text, matched).map((part, index) =>
    // A text's parts have no other identity than their place.
    part.isMarked ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  );
}
