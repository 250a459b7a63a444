import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../domain/result.ts';
import type { Command } from './commands.ts';

const releaseSchema = z.object({
  version: z.string(),
  channels: z.array(z.string()),
  bytes: z.number(),
  isWithdrawn: z.boolean(),
});
const listSchema = z.object({ releases: z.array(releaseSchema) });
const addedSchema = z.object({ release: releaseSchema.nullable(), reason: z.string().nullable() });

const million = 1_000_000;

/** What kiosks are updated to. */
export const updates: Command = {
  usage: '[add DIR | list | withdraw VERSION]',
  help: 'Shows the releases that kiosks get from this hub; takes a copy of one from a folder of this machine, such as a USB stick; or offers one no longer.',
  flags: [],
  words: { from: 0, to: 2 },
  async run({ client, positionals: [what = 'list', which] }) {
    if (what === 'list' && which === undefined) {
      const answer = await client.ask('GET', '/v1/operator/updates');
      if (!answer.ok) return answer;
      const { releases } = listSchema.parse(answer.value);
      if (releases.length === 0) return ok('There are none. `npm run hub -- updates add DIR` adds one.');
      const rows = releases.map(({ version, channels, bytes, isWithdrawn }) => {
        const size = `${(bytes / million).toFixed(1)} MB`;
        return `${version.padEnd(12)}${size.padEnd(12)}${isWithdrawn ? 'withdrawn  ' : ''}${channels.join(', ')}`;
      });
      return ok(['version     size        for', ...rows].join('\n'));
    }
    if (what === 'add' && which !== undefined) {
      const answer = await client.ask('POST', '/v1/operator/updates', { folder: resolve(which) });
      if (!answer.ok) return answer;
      const { release, reason } = addedSchema.parse(answer.value);
      if (release === null) return err(reason ?? 'It was not taken.');
      return ok(`Kiosks get ${release.version} (${release.channels.join(', ')}) when they are closed or left alone.`);
    }
    if (what === 'withdraw' && which !== undefined) {
      const answer = await client.ask('POST', '/v1/operator/updates/withdraw', { version: which });
      return answer.ok
        ? ok(`${which} is offered no longer. Kiosks that have put it in keep it until a higher version comes.`)
        : answer;
    }
    return err('Write add DIR, list, or withdraw VERSION.');
  },
};
