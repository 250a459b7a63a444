import { useEffect, useState } from 'react';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import type { PrinterReport } from '../../domain/printer-report.ts';
import { useKiosk } from '../kiosk.tsx';

export interface StatusReport {
  readonly kiosk: KioskStatus;
  readonly printers: readonly PrinterReport[];
}

const refreshAfterMilliseconds = 2000;

/** How the kiosk stands, asked for anew every two seconds. `failed` when the host did not answer the last time; null before it ever has. */
export function useKioskStatus(): StatusReport | 'failed' | null {
  const { bridge } = useKiosk();
  const [report, setReport] = useState<StatusReport | 'failed' | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const ask = async () => {
      const answer = await askHost(bridge);
      if (!isWanted) return;
      setReport(answer);
      timer = setTimeout(() => void ask(), refreshAfterMilliseconds);
    };
    void ask();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [bridge]);
  return report;
}

async function askHost(bridge: ReturnType<typeof useKiosk>['bridge']): Promise<StatusReport | 'failed'> {
  try {
    const [kiosk, printers] = await Promise.all([bridge.status({}), bridge.printers({})]);
    return { kiosk, printers };
  } catch {
    return 'failed';
  }
}
