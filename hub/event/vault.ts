import type { EventKeyFault } from '../../domain/sealing/event-key.ts';
import { openEventKeyBytes, toEventPublicKey } from '../../domain/sealing/event-key.ts';
import { suite } from '../../domain/sealing/hpke.ts';
import { openRecord, type OpenedRecord } from '../../domain/sealing/open-record.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { err, ok, type Result } from '../../domain/result.ts';

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
}

export function createVault(): Vault {
  let key: CryptoKey | null = null;

  async function accept(privateKey: Uint8Array, sealingKey: string): Promise<Result<void, 'wrong-key'>> {
    if (toEventPublicKey(privateKey) !== sealingKey) return err('wrong-key');
    key = await suite.kem.deserializePrivateKey(new Uint8Array(privateKey));
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
    },
    async open(record) {
      if (key === null) return null;
      const opened = await openRecord(record, key);
      return opened.ok ? opened.value : null;
    },
  };
}
