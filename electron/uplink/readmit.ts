import type { KeyObject } from 'node:crypto';
import { enrolmentAnswerSchema, type EnrolmentAnswer } from '../../domain/protocol/enrolment.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HubClient, HubFailure } from './hub-client.ts';
import type { HubTarget } from './hub-target.ts';
import { exportPublicKey, isOwnCertificate } from './verify-certificate.ts';

/** Shows a hub that lost its disk what it said of this kiosk before. It has the same key, or it is another hub. */
export async function readmit(
  client: Pick<HubClient, 'ask'>,
  { target, kioskKey }: { target: HubTarget; kioskKey: KeyObject },
): Promise<Result<EnrolmentAnswer, HubFailure>> {
  const { certificate, hubKey, kiosk } = target;
  if (certificate === null) return err({ word: 'unknown-epoch' });
  const path = '/v1/readmissions';
  const answer = await client.ask({ method: 'POST', path, body: { certificate }, answer: enrolmentAnswerSchema });
  if (!answer.ok) return answer;
  const isSame = answer.value.hubKey === hubKey && answer.value.certificate.kiosk === kiosk;
  return isSame && isOwnCertificate(answer.value, exportPublicKey(kioskKey)) ? ok(answer.value) : err({ word: null });
}
