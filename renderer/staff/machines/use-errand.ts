import { useState } from 'react';
import type { OrderEnd } from './carry-order.ts';

export type ErrandState = 'idle' | 'sent' | OrderEnd;

interface Errand {
  readonly state: ErrandState;
  /** @param send rejects never: that an order was not carried is an end as well */
  readonly run: (send: () => Promise<OrderEnd>) => void;
}

/** An order of staff from when it is given until it has ended. @param onEnd called however it ended */
export function useErrand(onEnd: () => void): Errand {
  const [state, setState] = useState<ErrandState>('idle');
  const run = async (send: () => Promise<OrderEnd>) => {
    setState('sent');
    setState(await send());
    onEnd();
  };
  return { state, run: (send) => void run(send) };
}
