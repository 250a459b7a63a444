import type { KioskStatus } from '../../domain/kiosk-status.ts';
import { countWaiting } from '../../domain/sync/outbox.ts';
import type { Cache } from '../cache/cache.ts';
import type { Answer } from '../journal/attempt.ts';
import type { OwnJournal } from '../journal/own-journal.ts';
import packageJson from '../../package.json' with { type: 'json' };

export interface StatusParts {
  readonly own: OwnJournal;
  readonly cache: Pick<Cache, 'describe' | 'readEvent'>;
  readonly hub: KioskStatus['hub'];
  readonly link: KioskStatus['link'];
  readonly isPackBroken: boolean;
  readonly gate: KioskStatus['gate'];
}

/** @throws when the journal cannot be read */
export function readStatus({ own, cache, hub, link, isPackBroken, gate }: StatusParts): KioskStatus {
  const { journal } = own;
  const end = insist(journal.nextSequence(own.owner));
  return {
    kiosk: own.owner.kiosk,
    event: cache.readEvent()?.id ?? null,
    version: packageJson.version,
    hub,
    link,
    gate,
    recorded: insist(journal.countRecorded(own.owner)),
    waiting: link.state === 'alone' ? 0 : countWaiting(insist(journal.outbox.read(own.owner)), end - 1),
    deadLetters: insist(journal.outbox.listDeadLetters(own.owner)),
    possibleDuplicates: insist(journal.countPossibleDuplicates(own.owner)),
    catalogue: { ...cache.describe(), ...(isPackBroken && { isPackBroken }) },
  };
}

function insist<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error('the journal cannot be read');
  return answer.value;
}
