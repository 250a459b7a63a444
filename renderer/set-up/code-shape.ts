import { crockfordSymbols, normaliseCrockford } from '../../domain/crockford.ts';

export const codeSymbols = 24;

export interface CodeShape {
  /** As the hub shows it, so far: groups of four. */
  readonly written: string;
  readonly count: number;
  readonly isComplete: boolean;
  /** What is no code whatever follows. */
  readonly problem: { readonly kind: 'no-such-symbol'; readonly symbol: string } | { readonly kind: 'too-long' } | null;
}

/** What somebody has typed of an enrolment code; nothing of it is left out, so that a slip is seen. */
export function shapeCode(typed: string): CodeShape {
  const symbols = [...normaliseCrockford(typed)];
  const stranger = symbols.find((symbol) => !crockfordSymbols.includes(symbol));
  const written = symbols.map((symbol, at) => (at > 0 && at % 4 === 0 ? `-${symbol}` : symbol)).join('');
  const problem =
    stranger !== undefined
      ? ({ kind: 'no-such-symbol', symbol: stranger } as const)
      : symbols.length > codeSymbols
        ? ({ kind: 'too-long' } as const)
        : null;
  return { written, count: symbols.length, isComplete: symbols.length === codeSymbols && problem === null, problem };
}
