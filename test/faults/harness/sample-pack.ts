import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePack } from '../../end-to-end/sample-event.ts';

/** The sample event in a folder of its own, with so many seats in every workshop, and with these attendees: code, name in two scripts, e-mail, phone, language. @returns the folder */
export function copySamplePack(
  folder: string,
  { workshopSeats, attendees }: { workshopSeats?: number; attendees?: readonly (readonly string[])[] },
): string {
  cpSync(samplePack, folder, { recursive: true });
  if (workshopSeats !== undefined) {
    const agenda = readFileSync(join(folder, 'agenda.csv'), 'utf8');
    const changed = agenda.replace(/^((?:[^,\n]*,)workshop(?:,[^,\n]*){3}),\d+,/gmu, `$1,${workshopSeats},`);
    writeFileSync(join(folder, 'agenda.csv'), changed);
  }
  if (attendees !== undefined) {
    const lines = attendees.map((cells) => cells.map((cell) => `"${cell}"`).join(','));
    writeFileSync(
      join(folder, 'attendees.csv'),
      `code,name_own,name_latin,email,phone,language\n${lines.join('\n')}\n`,
    );
  }
  return folder;
}
