import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { readConfig } from '../../electron/config/read-config.ts';
import { createOwnJournal } from '../../electron/journal/own-journal.ts';
import { createRegistrar } from '../../electron/journal/registrar.ts';
import { createRegistration } from '../../electron/journal/test-records.ts';
import { openKiosk } from '../../electron/open-kiosk.ts';

/** Registers so many visitors in the data folder of a kiosk that does not run, as the kiosk would. */
export async function fillJournal({
  data,
  event,
  count,
}: {
  data: string;
  event: string;
  count: number;
}): Promise<void> {
  const config = readConfig({
    argv: ['--data', data, '--hub', 'none'],
    environment: {},
    workingFolder: '/',
    defaults: { event, data },
    unknownFlags: 'refuse',
  });
  if (!config.ok) throw new Error(config.reason.join('\n'));
  const logger = pino({ enabled: false });
  const kiosk = await openKiosk({ config: config.value, now: () => new Date().toISOString(), logger });
  if (!kiosk.ok) throw new Error(kiosk.reason.message);
  const { journal, sealer, cache, event: readEvent, kiosk: place } = kiosk.value;
  try {
    const random = (size: number) => randomBytes(size);
    const own = createOwnJournal({ journal, sealer, event: readEvent().id, kiosk: place.id, random });
    const registrar = createRegistrar({ own, event: readEvent });
    for (let visitor = 0; visitor < count; visitor += 1) {
      const contact = { kind: 'email' as const, value: `visitor-${visitor}@example.com` };
      const kept = await registrar.register({
        id: v7(),
        replaces: null,
        registration: createRegistration({ contact }),
      });
      if (!kept.ok) throw new Error(`The journal took ${visitor} registrations and then said ${kept.reason}.`);
    }
  } finally {
    journal.close();
    cache.close();
  }
}
