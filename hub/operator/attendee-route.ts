import { z } from 'zod';
import { readAttendees } from '../../domain/pack/read-attendees.ts';
import { err, ok } from '../../domain/result.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import { maximumPackBytes } from '../event/read-pack-folder.ts';
import type { OperatorParts } from './operator-parts.ts';

/** POST /v1/operator/attendees: another list, without the rest of the pack. Nothing changes when it has errors. */
export function loadAttendees({ store, attendees }: OperatorParts) {
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/attendees',
    access: 'operator',
    bodyLimit: Math.ceil((maximumPackBytes * 4) / 3) + 65_536,
    body: z.strictObject({ name: z.enum(['attendees.csv', 'attendees.xlsx']), content: z.base64() }),
    async answer({ body: { name, content } }) {
      const event = await store.feed.event();
      if (!event.ok) return err(refuse(event.reason));
      if (event.value === null) return err(refuse('unavailable', { missing: 'event' }));
      const { list, problems } = await readAttendees(name, Buffer.from(content, 'base64'), event.value.interests);
      if (list === null || problems.some(({ severity }) => severity === 'error')) {
        return err(refuse('broken-pack', { problems }));
      }
      const noted = await store.audit.append({ session: null, action: 'attendees', subjects: [] });
      if (!noted.ok) return err(refuse(noted.reason));
      const people = list.entries.map(({ item }) => item);
      void attendees.load(people, event.value.sealingKey);
      return ok({ problems, attendees: attendees.progress() });
    },
  });
}
