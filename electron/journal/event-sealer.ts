import type { KeyObject } from 'node:crypto';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StartFailure } from '../start-failure.ts';
import { createSealer, type Sealer } from '../../domain/sealing/seal-record.ts';

/**
 * Seals to the event's key as the feed has it now. A later key that nobody could open is not taken: the one before goes on.
 * @param readKey the event's `sealingKey`
 */
export async function createEventSealer(parts: {
  readonly kioskKey: KeyObject;
  readonly readKey: () => string;
}): Promise<Result<Sealer, StartFailure>> {
  const { kioskKey, readKey } = parts;
  let sealingKey = readKey();
  const first = await createSealer({ sealingKey, kioskKey });
  if (!first.ok) return err({ code: 'sealing-key', message: sealingKeyWords });
  let sealer = first.value;
  return ok({
    async seal(envelope, content) {
      const current = readKey();
      if (current !== sealingKey) {
        const next = await createSealer({ sealingKey: current, kioskKey });
        sealingKey = current;
        if (next.ok) sealer = next.value;
      }
      return sealer.seal(envelope, content);
    },
    sign: (record) => sealer.sign(record),
  });
}

const sealingKeyWords = [
  'sealingKey in event.json is no key that registrations can be sealed to.',
  'Make one with `npm run event -- key PACK --out FILE` and keep FILE and its passphrase: only they open the registrations.',
].join('\n');
