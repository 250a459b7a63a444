import type { PrinterEntry } from '../../../domain/printer-profile.ts';
import {
  kioskSettingsChangeSchema,
  type KioskSettings,
  type KioskSettingsChange,
} from '../../../domain/protocol/kiosk-settings.ts';
import { printDocuments } from '../../../domain/print-job.ts';
import { err, ok, type Result } from '../../../domain/result.ts';

/** As it stands in the fields. */
export interface SettingsEdit {
  readonly position: string | null;
  readonly printers: readonly { readonly entry: PrinterEntry; readonly address: string; readonly model: string }[];
}

const firstPrinter: PrinterEntry = { id: 'printer', address: '', documents: [...printDocuments], isShared: false };

/** A kiosk that was told of no printer has the fields of one. */
export function beginEdit({ position, printers = [firstPrinter] }: KioskSettings, place: string | null): SettingsEdit {
  return {
    position: position ?? place,
    printers: printers.map((entry) => ({ entry, address: entry.address, model: entry.model ?? '' })),
  };
}

/** What to tell the hub; an address that is empty takes its printer away, and no printer at all leaves them to the kiosk. */
export function toChange({ position, printers }: SettingsEdit): Result<KioskSettingsChange, 'address' | 'model'> {
  const entries = printers
    .filter(({ address }) => address.trim() !== '')
    .map(({ entry: { model: _before, ...entry }, address, model }) => ({
      ...entry,
      address: address.trim(),
      ...(model.trim() !== '' && { model: model.trim() }),
    }));
  const change = kioskSettingsChangeSchema.safeParse({
    ...(position !== null && { position }),
    printers: entries.length === 0 ? null : entries,
  });
  if (change.success) return ok(change.data);
  return err(change.error.issues.some(({ path }) => path.at(-1) === 'model') ? 'model' : 'address');
}
