import type { ChosenPrinter } from '../../electron/printing/desk/desk.ts';
import type { BridgeClient } from '../bridge.ts';

/** Milliseconds. */
const lookAfter = 1_000;
/** A sheet of our own is out by then; on a shared printer it is another kiosk's turn, as far as anybody can tell. */
const sharedTakes = 4_000;

interface Turn {
  readonly bridge: Pick<BridgeClient, 'printers'>;
  readonly job: { readonly id: string; readonly printer: ChosenPrinter };
  readonly onWait: (isWaiting: boolean) => void;
}

/** Tells while a job waits for its turn, at this kiosk's own queue or at a printer that others use as well. @returns stops it */
export function watchTurn({ bridge, job, onWait }: Turn): () => void {
  let isWanted = true;
  let waited = 0;
  const look = async (): Promise<void> => {
    waited += lookAfter;
    const state = await readState(bridge, job);
    if (!isWanted) return;
    onWait(state === 'waiting' || (job.printer.isShared && waited >= sharedTakes));
    timer = setTimeout(() => void look(), lookAfter);
  };
  let timer = setTimeout(() => void look(), lookAfter);
  return () => {
    isWanted = false;
    clearTimeout(timer);
  };
}

async function readState(bridge: Turn['bridge'], { id, printer }: Turn['job']): Promise<string | undefined> {
  try {
    const reports = await bridge.printers({});
    return reports.find((report) => report.id === printer.id)?.jobs.find((job) => job.id === id)?.state;
  } catch {
    return undefined;
  }
}
