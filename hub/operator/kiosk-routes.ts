import { renderUnicodeCompact } from 'uqr';
import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';
import { createEnrolmentSecret, enrolmentCodeMinutes, formatEnrolmentCode } from '../../domain/protocol/enrolment.ts';
import { rejections } from '../../domain/protocol/records.ts';
import { err, ok } from '../../domain/result.ts';
import { hashSecret } from '../api/hash-secret.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { OperatorParts } from './operator-parts.ts';

/** POST /v1/operator/enrolment-codes: a code for one kiosk, with what the technician types there. */
export function createCode({ store, identity, now, random, addresses }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/enrolment-codes',
    access: 'operator',
    body: z.strictObject({ position: slugSchema.nullable().default(null) }),
    async answer({ body: { position } }) {
      const secret = createEnrolmentSecret(random(5));
      const expires = now() + enrolmentCodeMinutes * 60_000;
      const subjects = position === null ? [] : [position];
      const noting = store.noting({ session: null, action: 'enrol', subjects });
      const added = await noting.kiosks.addCode({ secretHash: hashSecret(secret), position, expires });
      if (!added.ok) return err(refuse(added.reason));
      const code = formatEnrolmentCode({ fingerprint: identity.fingerprint, secret });
      const [address = ''] = addresses();
      const type = `npm start -- --hub ${address} --enrol ${code}${position === null ? '' : ` --kiosk ${position}`}`;
      // QR codes have a denser mode for capitals, digits and a few signs; address and code are written in it where they can be.
      const qr = renderUnicodeCompact(`${address} ${code}`.toUpperCase());
      return ok({ code, address, addresses: addresses(), type, qr, minutes: enrolmentCodeMinutes, position });
    },
  });
}

/** GET /v1/operator/kiosks */
export function listKiosks({ store, news }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/kiosks',
    access: 'operator',
    async answer() {
      const kiosks = await store.kiosks.list();
      if (!kiosks.ok) return err(refuse(kiosks.reason));
      const listening = new Set(news.kiosks());
      return ok({ kiosks: kiosks.value.map((kiosk) => ({ ...kiosk, isListening: listening.has(kiosk.kiosk) })) });
    },
  });
}

/** POST /v1/operator/revoke: holds from the kiosk's next request on, and ends what it has open. */
export function revoke({ store, news, logger }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/revoke',
    access: 'operator',
    body: z.strictObject({ kiosk: slugSchema }),
    async answer({ body: { kiosk } }) {
      const noting = store.noting({ session: null, action: 'revoke', subjects: [kiosk] });
      const revoked = await noting.kiosks.revoke(kiosk);
      if (!revoked.ok) return err(refuse(revoked.reason));
      news.end(kiosk);
      logger.info({ kiosk }, 'revoked');
      return ok({ kiosk });
    },
  });
}

/** GET /v1/operator/dead-letters */
export function listDeadLetters({ store }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/dead-letters',
    access: 'operator',
    query: z.strictObject({
      kiosk: slugSchema.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    async answer({ query: { kiosk, limit } }) {
      const letters = await store.records.deadLetters({ limit, ...(kiosk !== undefined && { kiosk }) });
      return letters.ok ? ok({ deadLetters: letters.value, reasons: rejections }) : err(refuse(letters.reason));
    },
  });
}
