import type { z } from 'zod';
import {
  enrolmentRequestSchema,
  readmissionRequestSchema,
  type EnrolmentAnswer,
  type enrolledSchema,
} from '../../domain/protocol/enrolment.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { certify, isOwnCertificate } from './certify.ts';
import { hashSecret } from './hash-secret.ts';
import type { HubParts } from './hub-parts.ts';
import { readEd25519 } from '../identity/ed25519.ts';
import { refuse, type Refusal } from './refusal.ts';
import { defineRoute } from './route.ts';

/** POST /v1/enrolments: a one-time code makes a key a kiosk's. */
export function enrol({ store, identity, now }: HubParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/enrolments',
    access: 'open',
    isScarce: true,
    body: enrolmentRequestSchema,
    async answer({ body }): Promise<Result<z.infer<typeof enrolledSchema>, Refusal>> {
      if (readEd25519(body.publicKey) === null) return err(refuse('bad-request'));
      const event = await store.feed.event();
      if (!event.ok) return err(refuse(event.reason));
      if (event.value === null) return err(refuse('unavailable'));
      const { position, publicKey } = body;
      const name = body.streams.findLast((stream) => stream.event === event.value?.id)?.kiosk ?? null;
      const secretHash = hashSecret(body.secret);
      const kiosk = await store.kiosks.enrol({ secretHash, position, publicKey, name });
      if (!kiosk.ok) return err(refuse(kiosk.reason));
      return ok({ ...certify(kiosk.value, { identity, epoch: store.epoch, event: event.value.id }), now: now() });
    },
  });
}

/**
 * POST /v1/readmissions: a kiosk whose hub lost its disk shows that hub's certificate to the one that stands in for it. A kiosk that this
 * hub knows gets its certificate again.
 */
export function readmit({ store, identity, isRestored }: HubParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/readmissions',
    access: 'self-signed',
    isScarce: true,
    body: readmissionRequestSchema,
    signer: ({ certificate }) => ({ keyId: certificate.kiosk, publicKey: certificate.publicKey }),
    async answer({ body: { certificate } }): Promise<Result<EnrolmentAnswer, Refusal>> {
      if (!isOwnCertificate(certificate, identity)) return err(refuse('unknown-kiosk'));
      const event = await store.feed.event();
      if (!event.ok) return err(refuse(event.reason));
      if (event.value === null) return err(refuse('unavailable'));
      if (event.value.id !== certificate.event) return err(refuse('unknown-kiosk'));
      const known = await store.kiosks.findByKey(certificate.publicKey);
      if (!known.ok) return err(refuse(known.reason));
      if (known.value === null && !isRestored) return err(refuse('unknown-epoch'));
      const { kiosk, position, publicKey } = certificate;
      const admitted = await store.kiosks.admit({ kiosk, position, publicKey });
      if (!admitted.ok) return err(refuse(admitted.reason));
      return ok(certify(admitted.value, { identity, epoch: store.epoch, event: event.value.id }));
    },
  });
}
