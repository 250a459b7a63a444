import type { SignInRefusal, StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import { hubErrors, type HubErrorCode } from '../../domain/protocol/words.ts';

/** What only the operator can be told, by HTTP status; kiosks know the words of `hubErrors`. */
export const operatorErrors = {
  /** The bearer token is missing or another. */
  'wrong-token': 401,
  /** The event's key has not been given since the hub started. */
  locked: 423,
  'wrong-passphrase': 403,
  /** It is no key file, or another event's. */
  'wrong-key': 422,
  /** This hub's database belongs to another event. */
  'other-event': 409,
  /** The pack has errors; what was loaded before stays. */
  'broken-pack': 422,
  'already-merged': 409,
  'nothing-to-undo': 409,
} as const;
export type OperatorErrorCode = keyof typeof operatorErrors;

/** What only staff can be told, by HTTP status; the other words of theirs are in the two tables above. */
export const staffErrors = {
  'signed-out': 401,
  'not-allowed': 403,
  'kiosk-away': 409,
  'wrong-credentials': 401,
  wait: 429,
  'staff-locked': 423,
  'no-staff': 404,
} as const satisfies Partial<Record<StaffRefusal | SignInRefusal, number>>;

/** The kiosk says `offline`, nobody else. */
export type StaffErrorCode = Exclude<StaffRefusal | SignInRefusal, HubErrorCode | OperatorErrorCode>;
const statuses: Readonly<Record<Refusal['code'], number>> = {
  ...hubErrors,
  ...operatorErrors,
  ...staffErrors,
  offline: 503,
};

/** Why a request gets nothing. It becomes the status and the body of the answer. */
export interface Refusal {
  readonly code: HubErrorCode | OperatorErrorCode | StaffErrorCode;
  /** Beside `error` in the body. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Whole seconds. */
  readonly retryAfter?: number;
}

export function refuse(code: Refusal['code'], more?: Refusal['more']): Refusal {
  return more === undefined ? { code } : { code, more };
}

/** Seconds after which a hub that is starting, stopping or out of its disk may be asked again. */
const usualRetryAfter = 2;

export function describeRefusal({ code, more, retryAfter }: Refusal, requestId: string) {
  const status = statuses[code];
  const wait = retryAfter ?? (status === 503 ? usualRetryAfter : undefined);
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) };
  return { status, headers, body: { error: code, ...more, requestId } };
}
