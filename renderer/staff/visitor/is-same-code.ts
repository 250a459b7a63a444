import { parseClaimCode } from '../../../domain/claim-code.ts';

/** With or without the dash, in any case; codes of earlier versions may have another form. */
export function isSameCode(typed: string, claimCode: string | null): boolean {
  if (claimCode === null) return false;
  const parsed = parseClaimCode(typed);
  return (parsed.ok && parsed.value === claimCode) || typed.trim().toUpperCase() === claimCode;
}
