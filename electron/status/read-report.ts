import type { KioskStatus } from '../../domain/kiosk-status.ts';
import type { PrinterReport } from '../../domain/printer-report.ts';
import type { KioskReport } from '../../domain/protocol/kiosk-report.ts';

export interface ReportFacts extends Pick<
  KioskReport,
  'shell' | 'isStaffLocked' | 'isBusy' | 'doctor' | 'goLive' | 'update'
> {
  readonly status: KioskStatus;
  readonly printers: readonly PrinterReport[];
}

/** What the hub is told of this kiosk. It names no visitor. */
export function readReport({ status, printers, ...rest }: ReportFacts): KioskReport {
  const { version, waiting, deadLetters, catalogue, gate } = status;
  const isPackBroken = catalogue.isPackBroken === true;
  return { version, waiting, deadLetters: deadLetters.length, isPackBroken, gate, printers: [...printers], ...rest };
}
