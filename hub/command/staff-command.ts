import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { staffRoles } from '../../domain/staff/staff-member.ts';
import type { Call, Command } from './commands.ts';

const listSchema = z.object({
  staff: z.array(z.object({ number: z.string(), label: z.string(), role: z.string() })),
  locked: z.array(z.string()),
});

async function list({ client }: Call): Promise<Result<string, string>> {
  const answer = await client.ask('GET', '/v1/operator/staff');
  if (!answer.ok) return answer;
  const { staff, locked } = listSchema.parse(answer.value);
  if (staff.length === 0) {
    return ok('There are no staff yet. `npm run hub -- staff add --label Desk1 --role supervisor` adds the first.');
  }
  const rows = staff.map(({ number, role, label }) => `${number.padEnd(8)}${role.padEnd(12)}${label}`);
  const shut = locked.map((source) => `Locked after 15 wrong PINs: ${source}`);
  return ok(['number  role        label', ...rows, ...shut].join('\n'));
}

const addedSchema = z.object({ number: z.string(), pin: z.string(), badge: z.string(), qr: z.string() });

async function add({ client, flags: { label, role } }: Call): Promise<Result<string, string>> {
  if (label === undefined || !staffRoles.some((each) => each === role)) {
    return err(`Write --label NAME, and --role with one of ${staffRoles.join(', ')}.`);
  }
  const answer = await client.ask('POST', '/v1/operator/staff', { label, role });
  if (!answer.ok) return answer;
  const { number, pin, badge, qr } = addedSchema.parse(answer.value);
  return ok(
    [
      qr,
      '',
      badge,
      '',
      `${label}, ${role ?? ''}`,
      `Number  ${number}`,
      `PIN     ${pin}`,
      '',
      'They are shown this once. Print the code as a staff badge, and give number and PIN to this person only.',
    ].join('\n'),
  );
}

const pinSchema = z.object({ pin: z.string() });

async function change(word: string, subject: string | undefined, { client }: Call): Promise<Result<string, string>> {
  if (subject === undefined)
    return err(`Write whom: npm run hub -- staff ${word} ${word === 'unlock' ? '12' : 'NUMBER'}.`);
  const body = word === 'unlock' ? { source: subject } : { number: subject };
  const answer = await client.ask('POST', `/v1/operator/staff/${word}`, body);
  if (!answer.ok) return answer;
  switch (word) {
    case 'remove':
      return ok(`${subject} may not sign in any more, and is signed out everywhere.`);
    case 'pin':
      return ok(`The new PIN of ${subject}, shown this once: ${pinSchema.parse(answer.value).pin}`);
    default:
      return ok(`${subject} may try again.`);
  }
}

export const staff: Command = {
  usage: '[add --label NAME --role helper|supervisor|technician | remove NUMBER | pin NUMBER | unlock NUMBER]',
  help: 'Lists staff; adds one, with a PIN and a badge that are shown once; removes one; gives a new PIN; opens what wrong PINs locked (a number, a kiosk’s name or an address, as the list says it).',
  flags: ['label', 'role'],
  words: { from: 0, to: 2 },
  run(call) {
    const [word, subject] = call.positionals;
    switch (word) {
      case undefined:
        return list(call);
      case 'add':
        return add(call);
      case 'remove':
      case 'pin':
      case 'unlock':
        return change(word, subject, call);
      default:
        return Promise.resolve(err(`Write add, remove, pin or unlock, not ${word}.`));
    }
  },
};
