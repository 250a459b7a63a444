import type { Random } from '../harness/random.ts';

/** What a network between kiosk and hub does to a connection. Durations in milliseconds. */
export type Weather =
  | { readonly kind: 'fair' }
  /** This share of connections, and of what is sent on them, breaks off: at once, or after some bytes in either direction. */
  | { readonly kind: 'dropping'; readonly share: number }
  /** Everything arrives, so much later, in both directions. */
  | { readonly kind: 'late'; readonly delay: number }
  /** Connections open and nothing ever passes; after this time they break. */
  | { readonly kind: 'half-open'; readonly limit: number }
  /** Nobody listens. */
  | { readonly kind: 'cut-off' };

/** After how many bytes a connection breaks: none, in the TLS handshake, in a request or in an answer. */
export function drawBreak(random: Random): number {
  return random.pick([0, random.integer(1, 1500), random.integer(1500, 8000), random.integer(8000, 100_000)]);
}
