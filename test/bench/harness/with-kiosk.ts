import type { Page } from 'playwright-core';
import { standardMedia, type MediaName } from '../../../domain/print-job.ts';
import { openKiosk, type Kiosk } from '../../end-to-end/open-kiosk.ts';
import { waitForAttract } from '../../journeys/visit.ts';
import { startEscposSimulator, type EscposSimulator } from '../../simulators/escpos/escpos-simulator.ts';
import { installToolkit } from './page-toolkit.ts';

export interface PrintingKiosk {
  readonly kiosk: Kiosk;
  readonly page: Page;
  readonly simulator: EscposSimulator;
}

/** A kiosk in Chromium that prints on a simulated printer over TCP, ready for its first visitor; both end with the work. */
export async function withKiosk<Value>(
  media: MediaName,
  work: (parts: PrintingKiosk) => Promise<Value>,
): Promise<Value> {
  const simulator = await startEscposSimulator({ widthDots: standardMedia[media].widthDots });
  try {
    const printer = `tcp://${simulator.host}:${simulator.port}`;
    const kiosk = await openKiosk({
      shell: 'chromium',
      flags: ['--printer', printer, '--media', media, '--idle-warn-after-seconds', '3600'],
    });
    try {
      await waitForAttract(kiosk.page);
      await installToolkit(kiosk.page);
      return await work({ kiosk, page: kiosk.page, simulator });
    } finally {
      await kiosk.close();
    }
  } finally {
    await simulator.close();
  }
}
