import { useState } from 'react';
import type { PrinterCommand } from '../staff-client.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { carryOrder, pauseFor, type OrderEnd } from './carry-order.ts';
import type { PlacedPrinter } from './use-printers.ts';

interface Commander {
  readonly state: 'idle' | 'sent' | OrderEnd;
  readonly command: (order: PrinterCommand) => void;
}

/** Tells a printer's kiosk what to do with it, straight or over the hub. @param onDone called when the kiosk has done it */
export function usePrinterCommand({ kiosk, isLocal }: PlacedPrinter, onDone: () => void): Commander {
  const { client } = useStaffWorld();
  const [state, setState] = useState<Commander['state']>('idle');
  const command = async (order: PrinterCommand) => {
    setState('sent');
    if (isLocal && client.local) {
      const isTaken = await client.local.command(order).then(
        () => true,
        () => false,
      );
      setState({ kind: 'ended', result: isTaken ? { kind: 'done' } : { kind: 'refused', reason: 'failed' } });
    } else {
      setState(await carryOrder({ client, kiosk, order, pause: pauseFor, now: () => performance.now() }));
    }
    onDone();
  };
  return { state, command: (order) => void command(order) };
}
