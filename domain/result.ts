/** What can go wrong outside (files, network, people) is a value with a literal reason, not an exception. */
export type Result<Value, Reason> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export function ok(): Result<void, never>;
export function ok<Value>(value: Value): Result<Value, never>;
export function ok<Value>(value?: Value): Result<Value | undefined, never> {
  return { ok: true, value };
}

export function err<const Reason>(reason: Reason): Result<never, Reason> {
  return { ok: false, reason };
}
