import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { assert } from '../../../domain/assert.ts';
import { createClaimCode } from '../../../domain/claim-code.ts';
import { associatedData, signedSealedBytes, type SealedEnvelope } from '../../../domain/sealed-record.ts';
import { readSealingKey, sealJson } from '../../../domain/sealing/hpke.ts';
import { loadSampleEvent } from '../../end-to-end/sample-event.ts';
import { journalFile } from './journal-of.ts';
import type { Random } from './random.ts';
import type { WalkIn } from './walk-ins.ts';

/** As the first Foyer made it (journal version 1); it stands here because that code is gone. */
const schema = `
  create table sealed_record (
    id text primary key not null, replaces text, event text not null, kiosk text not null, sequence integer not null,
    claim_code text not null, encapsulated_key text not null, ciphertext text not null, signature text not null,
    unique (event, kiosk, sequence)
  ) strict;
  create index sealed_record_claim_code on sealed_record (claim_code);
  create trigger sealed_record_sequence before insert on sealed_record
    when new.sequence is not (
      select coalesce(max(sequence), 0) + 1 from sealed_record where event = new.event and kiosk = new.kiosk
    )
    begin select raise(abort, 'the sequence has a gap or goes back'); end;
  create trigger sealed_record_update before update on sealed_record
    begin select raise(abort, 'a sealed record is never changed'); end;
  create trigger sealed_record_delete before delete on sealed_record
    begin select raise(abort, 'a sealed record is never deleted'); end;
  pragma user_version = 1;
`;

/** The data folder of a kiosk of the first version, which knew no hub, so that all its records are unsent. */
export async function writeFirstJournal(options: {
  folder: string;
  kiosk: string;
  walkIns: readonly WalkIn[];
  random: Random;
}): Promise<void> {
  const { folder, kiosk, walkIns, random } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(join(folder, 'kiosk-key.pem'), pem, { mode: 0o600 });
  const { event } = loadSampleEvent();
  const sealingKey = await readSealingKey(event.sealingKey);
  assert(sealingKey !== null, 'the sample has a key');
  const database = new DatabaseSync(journalFile(folder));
  database.exec(`pragma journal_mode = wal; pragma synchronous = full; ${schema}`);
  const insert = database.prepare(
    `insert into sealed_record values (:id, :replaces, :event, :kiosk, :sequence, :claimCode, :encapsulatedKey, :ciphertext, :signature)`,
  );
  for (const [at, { id, registration }] of walkIns.entries()) {
    const first = {
      id,
      replaces: null,
      event: event.id,
      kiosk,
      sequence: at + 1,
      claimCode: createClaimCode(random.bytes(7)),
    };
    const unsaid: Pick<SealedEnvelope, 'kind' | 'version' | 'purpose' | 'ticketIndex' | 'contactIndexes'> = {
      kind: 'registration',
      version: 1,
      purpose: 'registration',
      ticketIndex: null,
      contactIndexes: [],
    };
    const envelope = { ...first, ...unsaid };
    const sealed = await sealJson(registration, sealingKey, {
      purpose: 'foyer registration',
      associatedData: associatedData(envelope),
    });
    const signature = sign(null, signedSealedBytes({ ...envelope, ...sealed }), privateKey).toString('base64url');
    insert.run({ ...first, ...sealed, signature });
  }
  database.close();
}
