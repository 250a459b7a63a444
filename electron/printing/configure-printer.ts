import type { PrinterEntry, PrinterProfile } from '../../domain/printer-profile.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ConfiguredPrinter } from './configured-printer.ts';
import { addressForms, parsePrinterAddress } from './printer-address.ts';
import { goTogether, usualProfileId } from './profiles/known-profiles.ts';

export interface EntryProblem {
  /** Which of the entry's keys is wrong. */
  readonly at: 'address' | 'model' | 'media';
  /** What is wrong and what to write, for a technician. */
  readonly words: string;
}

/** Looks up what the names of an entry stand for. */
export function configurePrinter(
  entry: PrinterEntry,
  profiles: readonly PrinterProfile[],
): Result<ConfiguredPrinter, EntryProblem> {
  const refuse = (at: EntryProblem['at'], words: string) =>
    err({ at, words: `${JSON.stringify(entry[at] ?? null)} does not fit; ${words}` });
  const address = parsePrinterAddress(entry.address);
  if (!address.ok) return refuse('address', addressForms);
  const id = entry.model ?? usualProfileId(address.value);
  const profile = profiles.find((one) => one.id === id);
  const fitting = profiles.filter((one) => goTogether(address.value, one)).map((one) => one.id);
  if (profile === undefined) return refuse('model', `write one of ${fitting.join(', ')}`);
  if (!goTogether(address.value, profile)) {
    return refuse('model', `${entry.address} does not speak ${profile.dialect}: write one of ${fitting.join(', ')}`);
  }
  const media = entry.media === undefined ? profile.media[0] : profile.media.find(({ name }) => name === entry.media);
  if (media === undefined) {
    return refuse(
      'media',
      `write what a ${profile.model} can hold: ${profile.media.map(({ name }) => name).join(', ')}`,
    );
  }
  return ok({ entry, address: address.value, profile, media });
}
