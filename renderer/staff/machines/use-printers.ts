import { useCallback, useEffect, useState } from 'react';
import type { PrinterReport } from '../../../domain/printer-report.ts';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';

/** A printer with the way to it. */
export interface PlacedPrinter {
  /** For lists: a kiosk's name and a printer's. */
  readonly key: string;
  readonly kiosk: string;
  readonly printer: PrinterReport;
  /** Of the kiosk that this page stands on: no hub lies between. */
  readonly isLocal: boolean;
  /** The hub has not heard the kiosk for a while. */
  readonly isAway: boolean;
  /** A visitor or a member of staff is at the kiosk. */
  readonly isBusy: boolean;
}

interface Printers {
  readonly printers: readonly PlacedPrinter[];
  /** Why those of other kiosks are not known. */
  readonly refusal: StaffRefusal | null;
  /** The first answer is there. */
  readonly isKnown: boolean;
  readonly ask: () => void;
}

const askEveryMilliseconds = 3000;

/** The printers of this kiosk, without the hub; none in a browser. */
export function useLocalPrinters(): Omit<Printers, 'refusal'> {
  const { client } = useStaffWorld();
  const { local } = client;
  const [reports, setReports] = useState<readonly PrinterReport[] | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!local) return undefined;
    let isWanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const list = await local.list().catch(() => null);
      if (!isWanted) return;
      if (list) setReports(list);
      timer = setTimeout(() => void ask(), askEveryMilliseconds);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [local, turn]);
  const ask = useCallback(() => {
    setTurn((number) => number + 1);
  }, []);
  const kiosk = local?.kiosk ?? '';
  const printers = (reports ?? []).map((printer) => ({
    ...{ key: `${kiosk} ${printer.id}`, kiosk, printer },
    ...{ isLocal: true, isAway: false, isBusy: false },
  }));
  return { printers, isKnown: !local || reports !== null, ask };
}

/** Every printer that a sheet can be sent to: this kiosk's first, then those of the others as the hub knows them. */
export function useAllPrinters(): Printers {
  const { client } = useStaffWorld();
  const here = useLocalPrinters();
  const { answer, refusal, ask: askHub } = useAnswer('kiosks', {}, { everyMilliseconds: askEveryMilliseconds });
  const others = (answer?.kiosks ?? [])
    .filter(({ kiosk }) => kiosk !== client.local?.kiosk)
    .flatMap(({ kiosk, report, problems }) =>
      (report?.printers ?? []).map((printer) => ({
        ...{ key: `${kiosk} ${printer.id}`, kiosk, printer, isLocal: false },
        isAway: problems.some((problem) => problem === 'away' || problem === 'revoked'),
        isBusy: report?.isBusy ?? false,
      })),
    );
  const { ask: askHere } = here;
  const ask = useCallback(() => {
    askHere();
    askHub();
  }, [askHere, askHub]);
  return {
    printers: [...here.printers, ...others],
    refusal,
    isKnown: here.isKnown && (answer !== null || refusal !== null),
    ask,
  };
}
