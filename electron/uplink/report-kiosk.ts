import { reportAnswerSchema, type KioskOrder, type KioskReport } from '../../domain/protocol/kiosk-report.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { HubClient, HubFailure } from './hub-client.ts';

export interface ReportParts {
  readonly client: Pick<HubClient, 'ask'>;
  /** @throws when the journal cannot be read */
  readonly read: () => KioskReport;
  /** What staff ask of this kiosk. */
  readonly onOrder: (order: KioskOrder) => void;
}

/** Tells the hub how this kiosk stands, and takes what staff ask of it from the answer. */
export function createReporter({ client, read, onOrder }: ReportParts) {
  return async function report(signal: AbortSignal): Promise<Result<void, HubFailure>> {
    const question = { method: 'POST', path: '/v1/reports', answer: reportAnswerSchema } as const;
    const answer = await client.ask({ ...question, body: read(), signal });
    if (!answer.ok) return answer;
    for (const order of answer.value.orders) onOrder(order);
    return ok();
  };
}
