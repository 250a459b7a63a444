import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { assert } from '../../../domain/assert.ts';
import type { Result } from '../../../domain/result.ts';
import type { EventDetails } from '../../../domain/event.ts';
import { createSealer } from '../../../domain/sealing/seal-record.ts';
import type { Journal } from '../../journal/journal.ts';
import { openJournal } from '../../journal/open-journal.ts';
import { createOwnJournal, type OwnJournal } from '../../journal/own-journal.ts';
import { createRegistrar, type Registrar } from '../../journal/registrar.ts';
import type { StartFailure } from '../../start-failure.ts';
import { scratchOwner } from './scratch-event.ts';

export interface ScratchJournal {
  readonly journal: Journal;
  readonly own: OwnJournal;
  readonly registrar: Registrar;
  readonly kioskKey: KeyObject;
}

export function scratchJournalPath(folder: string): string {
  return join(folder, 'journal.sqlite');
}

/** The journal as a kiosk has it: the same file format, sealing, signature and waits for the disk, in a folder that goes away again. */
export async function openScratchJournal(parts: {
  readonly folder: string;
  readonly event: EventDetails;
  readonly logger: Logger;
  readonly onAppend?: () => void;
}): Promise<Result<ScratchJournal, StartFailure>> {
  const { folder, event, logger, onAppend = () => undefined } = parts;
  const opened = openJournal(scratchJournalPath(folder), logger);
  if (!opened.ok) return opened;
  const { privateKey: kioskKey } = generateKeyPairSync('ed25519');
  const sealer = await createSealer({ sealingKey: event.sealingKey, kioskKey });
  assert(sealer.ok, 'a key that was just made can be sealed to');
  const random = (size: number) => randomBytes(size);
  const own = createOwnJournal({ journal: opened.value, sealer: sealer.value, ...scratchOwner, random, onAppend });
  const registrar = createRegistrar({ own, event: () => event });
  return { ok: true, value: { journal: opened.value, own, registrar, kioskKey } };
}
