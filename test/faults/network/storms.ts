import type { Meddling } from './tls-proxy.ts';
import type { Weather } from './weather.ts';

/** What can be wrong between kiosks and hub. */
export interface Storm {
  readonly name: string;
  readonly about: string;
  /** How many visitors register while it lasts, and from one to the next in milliseconds. */
  readonly runs: number;
  readonly between: number;
  readonly weather?: Weather;
  readonly meddling?: Meddling;
  /** In the short form, where it is not worth its time as it is; null leaves it out. */
  readonly short?: { readonly weather: Weather } | null;
}

export const storms: readonly Storm[] = [
  {
    name: 'dropping',
    about:
      '30 % of the connections between kiosks and hub, and of the requests on those that stay, break off: at once, in the handshake, in a request, in an answer.',
    runs: 300,
    between: 100,
    weather: { kind: 'dropping', share: 0.3 },
    short: { weather: { kind: 'dropping', share: 0.6 } },
  },
  {
    name: 'doubling',
    about: '10 % of the requests reach the hub twice, at the same time.',
    runs: 300,
    between: 100,
    meddling: { kind: 'doubling', share: 0.1 },
  },
  {
    name: 'reordering',
    about: '20 % of the requests fail for the kiosk and reach the hub up to 3 s later, after what was sent since.',
    runs: 300,
    between: 100,
    meddling: { kind: 'reordering', share: 0.2, latest: 3000 },
  },
  {
    name: 'losing-answers',
    about: 'The hub commits, and 40 % of its answers are lost.',
    runs: 300,
    between: 100,
    meddling: { kind: 'losing-answers', share: 0.4 },
  },
  {
    name: 'late',
    about: 'Every byte is 5 s late, each way.',
    runs: 30,
    between: 1000,
    weather: { kind: 'late', delay: 5000 },
    short: null,
  },
  {
    name: 'half-open',
    about: 'Connections open, nothing passes, and after 60 s they break.',
    runs: 30,
    between: 2500,
    weather: { kind: 'half-open', limit: 60_000 },
    short: { weather: { kind: 'half-open', limit: 1000 } },
  },
  {
    name: 'portal',
    about: 'A captive portal answers everything with 200 and a page, and even has the hub’s key.',
    runs: 30,
    between: 500,
    meddling: { kind: 'portal' },
  },
];
