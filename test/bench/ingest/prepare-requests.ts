import { maximumBatch, type RecordsRequest } from '../../../domain/protocol/records.ts';
import { signRequest } from '../../../domain/protocol/signing.ts';
import { assert } from '../../../domain/assert.ts';
import type { SealedRecord } from '../../../domain/sealed-record.ts';
import type { Sender } from '../harness/sender.ts';

export const recordsPath = '/v1/records';

export interface PreparedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly records: number;
}

/** A kiosk's records cut into batches, in order. */
export function cutBatches(epoch: string, records: readonly SealedRecord[], batch: number): RecordsRequest[] {
  assert(batch >= 1 && batch <= maximumBatch, 'a batch is as large as the protocol allows');
  return Array.from({ length: Math.ceil(records.length / batch) }, (_, at) => {
    const some = records.slice(at * batch, (at + 1) * batch);
    return { epoch, from: some[0]?.sequence ?? 1, records: some };
  });
}

/** Signed as the uplink signs them, but beforehand: on the machine of a hub there is no kiosk. */
export function signBatches(sender: Sender, batches: readonly RecordsRequest[]): PreparedRequest[] {
  return batches.map((request) => {
    const body = JSON.stringify(request);
    const { kiosk: keyId, privateKey } = sender;
    const signature = signRequest({ method: 'POST', path: recordsPath, body, keyId, privateKey });
    return { body, headers: { ...signature, 'content-type': 'application/json' }, records: request.records.length };
  });
}
