import { resolve } from 'node:path';
import { parseEnrolmentCode } from '../../domain/protocol/enrolment.ts';
import { readConfig } from '../config/read-config.ts';
import type { CommandCall, KioskCommand } from './kiosk-command.ts';

const exitCodes = { right: 0, wrong: 1, calledWrongly: 2 };

/** For installers, which take a kiosk.json that lies beside them, and for whoever writes one. */
export const checkConfig: KioskCommand = {
  usage: 'FILE [--json]',
  help: 'Says what is wrong with a kiosk.json, all of it at once, with line, column and what to write.',
  details: `  --json
      {"file": "…", "ok": false, "problems": ["…"]}

Nothing else is looked at: neither this machine's variables nor the kiosk.json in its data folder.

Exit codes: 0 right, 1 wrong or not to be read, 2 called wrongly.`,
  run({ argv, workingFolder, defaults, say, complain }) {
    const [name, ...others] = argv.filter((argument) => argument !== '--json');
    if (name === undefined || name.startsWith('-') || others.length > 0) {
      complain('Name one file: foyer check-config kiosk.json');
      return Promise.resolve(exitCodes.calledWrongly);
    }
    const file = resolve(workingFolder, name);
    const problems = listProblems(file, { workingFolder, defaults });
    const isRight = problems.length === 0;
    if (argv.includes('--json')) say(JSON.stringify({ file, ok: isRight, problems }));
    else if (isRight) say(`${file} is right.`);
    else complain(problems.join('\n'));
    return Promise.resolve(isRight ? exitCodes.right : exitCodes.wrong);
  },
};

function listProblems(file: string, surroundings: Pick<CommandCall, 'workingFolder' | 'defaults'>): string[] {
  const config = readConfig({ argv: ['--config', file], environment: {}, unknownFlags: 'refuse', ...surroundings });
  if (!config.ok) return config.reason;
  const { enrol } = config.value;
  // A kiosk that starts with such a code asks for another on its first screen; here somebody can still compare it.
  if (enrol === undefined || parseEnrolmentCode(enrol).ok) return [];
  return [
    `"enrol" in ${file}: is no enrolment code; write the 24 letters and digits that the hub showed, in six groups.`,
  ];
}
