import { z } from 'zod';
import { ok } from '../../domain/result.ts';
import type { Command } from './commands.ts';

const stateSchema = z.object({
  event: z.object({ id: z.string() }).nullable(),
  attendees: z.object({ published: z.number(), state: z.string(), done: z.number(), total: z.number() }),
  records: z.object({ accepted: z.number(), rejected: z.number() }),
  isUnlocked: z.boolean(),
});

export const event: Command = {
  usage: '',
  help: 'Shows which event is loaded, how far its attendees are, and whether the registrations are open.',
  flags: [],
  words: { from: 0, to: 0 },
  async run({ client }) {
    const answer = await client.ask('GET', '/v1/operator/event');
    if (!answer.ok) return answer;
    const { event: loaded, attendees, records, isUnlocked } = stateSchema.parse(answer.value);
    if (loaded === null) return ok('No event is loaded. Load one with `npm run hub -- load PACK`.');
    const { published, state, done, total } = attendees;
    const coming = state === 'locking' ? `; of a new list ${done} of ${total} are locked so far` : '';
    return ok(
      [
        `Event          ${loaded.id}`,
        `Attendees      ${published} at the kiosks${coming}`,
        `Records        ${records.accepted} taken, ${records.rejected} not (see \`npm run hub -- dead-letters\`)`,
        `Registrations  ${isUnlocked ? 'open to this hub until it stops' : 'locked (`npm run hub -- unlock --key FILE` opens them)'}`,
      ].join('\n'),
    );
  },
};
