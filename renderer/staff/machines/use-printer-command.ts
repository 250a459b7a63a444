import type { PrinterCommand } from '../staff-client.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { carryOrder, endedHere } from './carry-order.ts';
import { useErrand, type ErrandState } from './use-errand.ts';
import type { PlacedPrinter } from './use-printers.ts';

interface Commander {
  readonly state: ErrandState;
  readonly command: (order: PrinterCommand) => void;
}

/** Tells a printer's kiosk what to do with it, straight or over the hub. @param onDone called when the kiosk has done it, or not */
export function usePrinterCommand({ kiosk, isLocal }: PlacedPrinter, onDone: () => void): Commander {
  const { client } = useStaffWorld();
  const { local } = client;
  const { state, run } = useErrand(onDone);
  const command = (order: PrinterCommand) => {
    run(async () => (isLocal && local ? endedHere(await local.command(order)) : carryOrder({ client, kiosk, order })));
  };
  return { state, command };
}
