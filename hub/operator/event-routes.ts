import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { refuse, type Refusal } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { LoadFailure } from '../event/load-event.ts';
import { maximumPackBytes, readPackFolder } from '../event/read-pack-folder.ts';
import type { OperatorParts } from './operator-parts.ts';

const packSchema = z.union([
  /** On the hub's own disk. */
  z.strictObject({ folder: z.string().min(1).max(4096) }),
  /** By name, base64. */
  z.strictObject({ files: z.record(z.string().max(255), z.base64()) }),
]);

/** POST /v1/operator/event: checks a pack and publishes it, or changes nothing. Attendees follow in the background. */
export function loadPack({ load, attendees }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/event',
    access: 'operator',
    body: packSchema,
    bodyLimit: Math.ceil((maximumPackBytes * 4) / 3) + 65_536,
    async answer({ body }) {
      const files = readFiles(body);
      if (!files.ok) return files;
      const loaded = await load(files.value);
      if (!loaded.ok) return err(toRefusal(loaded.reason));
      const { event, counts, changed, removed, problems } = loaded.value;
      return ok({ event, counts, changed, removed, problems, attendees: attendees.progress() });
    },
  });
}

function readFiles(body: z.infer<typeof packSchema>): Result<ReadonlyMap<string, Uint8Array>, Refusal> {
  if ('files' in body) {
    return ok(new Map(Object.entries(body.files).map(([name, text]) => [name, Buffer.from(text, 'base64')])));
  }
  const files = readPackFolder(body.folder);
  return files.ok ? files : err(refuse('bad-request', { message: files.reason }));
}

function toRefusal(failure: LoadFailure): Refusal {
  return failure.code === 'broken-pack' ? refuse(failure.code, { problems: failure.problems }) : refuse(failure.code);
}

/** GET /v1/operator/event: what is loaded, and how far the attendees are. */
export function describeEvent({ store, attendees, vault }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/event',
    access: 'operator',
    async answer() {
      const event = await store.feed.event();
      if (!event.ok) return err(refuse(event.reason));
      const counted = await store.feed.countAttendees();
      if (!counted.ok) return err(refuse(counted.reason));
      const records = await store.records.count();
      if (!records.ok) return err(refuse(records.reason));
      return ok({
        event: event.value,
        attendees: { published: counted.value, ...attendees.progress() },
        records: records.value,
        isUnlocked: vault.isUnlocked,
      });
    },
  });
}

/** POST /v1/operator/unlock: the event's key, until the hub stops. */
export function unlock({ store, vault, confirmPairs }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/unlock',
    access: 'operator',
    body: z.strictObject({ keyFile: z.unknown(), passphrase: z.string().min(1).max(1024) }),
    async answer({ body: { keyFile, passphrase } }): Promise<Result<{ isUnlocked: true }, Refusal>> {
      const event = await store.feed.event();
      if (!event.ok) return err(refuse(event.reason));
      if (event.value === null) return err(refuse('unavailable', { missing: 'event' }));
      const { sealingKey } = event.value;
      const unlocked = await vault.unlock({ file: keyFile, passphrase, sealingKey });
      if (!unlocked.ok) {
        return err(refuse(unlocked.reason === 'not-an-event-key' ? 'wrong-key' : unlocked.reason));
      }
      const noted = await store.audit.append({ session: null, action: 'unlock', subjects: [] });
      if (!noted.ok) {
        vault.lock();
        return err(refuse(noted.reason));
      }
      confirmPairs();
      return ok({ isUnlocked: true });
    },
  });
}

/** POST /v1/operator/lock */
export function lock({ vault, store }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/lock',
    access: 'operator',
    async answer() {
      // Locked whether or not it can be noted.
      vault.lock();
      await store.audit.append({ session: null, action: 'lock', subjects: [] });
      return ok({ isUnlocked: false as const });
    },
  });
}
