import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import type { PrinterAddress } from '../printer-address.ts';
import { goTogether, usualProfileId } from '../profiles/known-profiles.ts';

/** A printer that answered to a search, or that the configuration names. */
export interface FoundPrinter {
  readonly by: 'configuration' | 'network' | 'usb';
  readonly address: PrinterAddress;
  /** As it calls itself: an IEEE 1284 device id, an IPP make-and-model, the name of its service. */
  readonly calledItself: string;
  /** What drives it there. */
  readonly profile: PrinterProfile;
  /** Its model is not among the profiles: it gets the plainest of what its address speaks. */
  readonly isGuess: boolean;
}

/**
 * The profile of a printer by what it calls itself. The longest text that fits wins, so that `TM-T88VII` is not taken for a `TM-T88VI` or a `TM-T88V`.
 */
export function matchProfile(
  { address, calledItself }: Pick<FoundPrinter, 'address' | 'calledItself'>,
  profiles: readonly PrinterProfile[],
): Pick<FoundPrinter, 'profile' | 'isGuess'> | null {
  const text = calledItself.toLowerCase();
  let best: { readonly profile: PrinterProfile; readonly length: number } | null = null;
  for (const profile of profiles.filter((one) => goTogether(address, one))) {
    for (const known of profile.knownBy) {
      if (text.includes(known.toLowerCase()) && known.length > (best?.length ?? 0))
        best = { profile, length: known.length };
    }
  }
  if (best !== null) return { profile: best.profile, isGuess: false };
  const usual = profiles.find(({ id }) => id === usualProfileId(address));
  return usual === undefined ? null : { profile: usual, isGuess: true };
}
