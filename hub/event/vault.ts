import type { Attendee } from '../../domain/attendee.ts';
import type { EventKeyFault } from '../../domain/sealing/event-key.ts';
import { openEventKeyBytes, toEventPublicKey } from '../../domain/sealing/event-key.ts';
import { suite } from '../../domain/sealing/hpke.ts';
import { openRecord, openRecordNow, type OpenedRecord } from '../../domain/sealing/open-record.ts';
import { createRecipient, type Recipient } from '../../domain/sealing/recipient.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { openSealedAttendee } from './lock-attendee.ts';

/** Keeps the event's private key in memory from when it was given until the hub stops; sealed records are opened here and nowhere else. */
export interface Vault {
  readonly isUnlocked: boolean;
  /** @param sealingKey the event's public key; `wrong-key`: the file is another event's */
  unlock(given: {
    file: unknown;
    passphrase: string;
    sealingKey: string;
  }): Promise<Result<void, EventKeyFault | 'wrong-key'>>;
  /** The same with the key itself, 32 bytes, which are not overwritten. */
  accept(privateKey: Uint8Array, sealingKey: string): Promise<Result<void, 'wrong-key'>>;
  lock(): void;
  /** Null when it is locked, or the record is sealed to another key or was changed. */
  open(record: SealedRecord): Promise<OpenedRecord | null>;
  /** The same on this thread at once, in a fourteenth of the time. */
  openNow(record: SealedRecord): OpenedRecord | null;
  /** Somebody of the organiser's list. @param published `sealed` as it was published */
  openAttendee(published: { index: string; sealed: string }): Attendee | null;
  /** Calls after it was unlocked or locked. */
  onChange(listener: () => void): void;
}

export function createVault(): Vault {
  let key: CryptoKey | null = null;
  let recipient: Recipient | null = null;
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };

  async function accept(privateKey: Uint8Array, sealingKey: string): Promise<Result<void, 'wrong-key'>> {
    if (toEventPublicKey(privateKey) !== sealingKey) return err('wrong-key');
    key = await suite.kem.deserializePrivateKey(new Uint8Array(privateKey));
    recipient = createRecipient(privateKey);
    tell();
    return ok();
  }

  return {
    accept,
    get isUnlocked() {
      return key !== null;
    },
    async unlock({ file, passphrase, sealingKey }) {
      const bytes = await openEventKeyBytes(file, passphrase);
      if (!bytes.ok) return bytes;
      const accepted = await accept(bytes.value, sealingKey);
      bytes.value.fill(0);
      return accepted;
    },
    lock() {
      key = null;
      recipient = null;
      tell();
    },
    async open(record) {
      if (key === null) return null;
      const opened = await openRecord(record, key);
      return opened.ok ? opened.value : null;
    },
    openNow(record) {
      const opened = recipient === null ? null : openRecordNow(record, recipient);
      return opened?.ok === true ? opened.value : null;
    },
    openAttendee: (published) => (recipient === null ? null : openSealedAttendee(published, recipient)),
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
