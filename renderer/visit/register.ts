import type { ErrorCode } from '../../domain/errors.ts';
import type { Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { BridgeClient } from '../bridge.ts';
import type { Database } from '../catalogue/database.ts';
import type { Draft } from './draft.ts';

interface RegisterRequest {
  readonly bridge: BridgeClient;
  readonly database: Database;
  readonly draft: Draft;
  /** UUIDv7. */
  readonly id: string;
  readonly registration: Registration;
}

/**
 * Has the host seal the registration and commit it to the journal, then mirrors the sealed record. Unchanged details are not registered
 * twice; changed ones become a record that replaces the first and keeps its claim code.
 */
export async function register(request: RegisterRequest): Promise<Result<SealedRecord, ErrorCode>> {
  const { bridge, database, draft, id, registration } = request;
  if (draft.record && JSON.stringify(draft.registered) === JSON.stringify(registration)) return ok(draft.record);
  try {
    const answer = await bridge.register({ id, replaces: draft.record?.id ?? null, registration });
    if (!answer.ok) return answer;
    // The journal is the truth; a mirror that fails is filled again from it at the next start.
    await database.records.put(answer.value).catch(() => undefined);
    return answer;
  } catch {
    return err('host-unreachable');
  }
}
