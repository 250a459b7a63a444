import { bad, green, type Check, type Found } from '../check.ts';
import type { InputDevice } from '../machine/input-devices.ts';

export interface ScannerFacts {
  /** Null where the system does not tell (not Linux). */
  readonly devices: readonly InputDevice[] | null;
  /** Serial devices of USB, by their names in /dev. */
  readonly serial: readonly string[];
  /** Cameras of the real browser; null when it could not be opened. */
  readonly cameras: () => Promise<number | null>;
  /** Asks whoever is there to scan the code of a test sheet, and gives the line that came; undefined when nobody is asked. */
  readonly askForScan?: (signal: AbortSignal) => Promise<string | null>;
}

/** Makers, and what they call such a device. */
const scannerNames =
  /scan|barcode|bar code|qr|imager|honeywell|hand held|metrologic|zebra|symbol tech|datalogic|newland|opticon|code corp|netum|sunlux|mindeo/i;

/** What the code of a test sheet says (`renderer/documents/test-sheet.tsx`). */
const testCode = /^FOYER-TEST [a-z0-9-]+ \d+x(\d+|roll) \d+dpi$/;

/** Whether something can read tickets. Without one visitors type their codes, so it is never red. */
export function checkScanner({ devices, serial, cameras, askForScan }: ScannerFacts): Check {
  async function examine(signal: AbortSignal): Promise<Found> {
    const typing = devices?.filter(({ isKeyboard, name }) => isKeyboard && scannerNames.test(name)) ?? [];
    const keyboards = devices?.filter(({ isKeyboard }) => isKeyboard).length ?? null;
    const seen = { scanners: typing.length, scanner: typing[0]?.name ?? null, keyboards, serial: serial.length };
    const facts = { ...seen, cameras: await cameras() };
    if (askForScan !== undefined) {
      const line = await askForScan(signal);
      if (line === null) return bad('amber', 'doctor-nothing-scanned', facts);
      return testCode.test(line.trim()) ? green(facts) : bad('amber', 'doctor-scanned-wrong', facts);
    }
    if (typing.length > 0 || (facts.cameras ?? 0) > 0) return bad('skipped', 'doctor-scan-not-tried', facts);
    return bad('amber', 'doctor-no-scanner', facts);
  }
  return {
    name: 'scanner',
    limitSeconds: askForScan === undefined ? 60 : 120,
    examine: async (signal) => [await examine(signal)],
  };
}
