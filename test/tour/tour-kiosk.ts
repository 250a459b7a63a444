import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { readJournal } from '../../electron/journal/read-journal.ts';
import { openKiosk, type Kiosk, type KioskOptions } from '../end-to-end/open-kiosk.ts';
import { watchPage } from '../end-to-end/watch-page.ts';
import { checkFilesForgot } from './check-wiped.ts';

export interface TourKiosk extends Kiosk {
  /** To ask which fonts draw a text. */
  readonly session: CDPSession;
  /** The claim codes in the journal, in the order of registration. */
  readonly readClaimCodes: () => string[];
  /** What went wrong since the last call that no screen shows: errors of page and host, requests to elsewhere, dialogs of the browser. */
  readonly takeComplaints: () => string[];
  /** Ends it. The answer names the files that it leaves behind in which a secret can be read. */
  readonly leave: (secrets: readonly string[]) => Promise<string[]>;
}

/** The real kiosk, watched: with its own data folder, so that what it leaves behind can be searched. */
export async function openTourKiosk(
  shell: ShellName,
  options: Pick<KioskOptions, 'flags' | 'viewport'>,
): Promise<TourKiosk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-tour-'));
  const kiosk = await openKiosk({ ...options, shell, dataFolder });
  const { page, host } = kiosk;
  const watch = watchPage(page);
  const surprises: string[] = [];
  page.on('crash', () => surprises.push('the page crashed'));
  page.on('dialog', (dialog) => {
    surprises.push(`the browser asked “${dialog.message()}”`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => surprises.push(`a window opened: ${popup.url()}`));
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  return {
    ...kiosk,
    session,
    readClaimCodes() {
      const records = readJournal(join(dataFolder, 'journal.sqlite'));
      if (!records.ok) throw new Error(records.reason);
      return records.value.map(({ claimCode }) => claimCode);
    },
    takeComplaints() {
      const foreign = watch.foreignRequests().map((address) => `the page asked ${address}`);
      const complaints = [...watch.complaints(), ...foreign, ...surprises.splice(0)];
      watch.forget();
      const { exitCode, signalCode } = host.process;
      if (exitCode !== null || signalCode !== null) complaints.push(`the host has ended: ${host.output()}`);
      return complaints;
    },
    async leave(secrets) {
      try {
        await kiosk.close();
        return checkFilesForgot(dataFolder, secrets);
      } finally {
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
