import { pino } from 'pino';
import { doctor } from '../doctor/doctor-command.ts';
import { registerUntilKilled } from '../doctor/rehearsal/register-until-killed.ts';
import { support } from '../support/support-command.ts';
import { checkConfig } from './check-config.ts';
import type { KioskCommand } from './kiosk-command.ts';

/** By the word that calls them. */
export const commands: Readonly<Record<string, KioskCommand>> = {
  'check-config': checkConfig,
  doctor,
  support,
  'rehearse-power-cut': {
    isHidden: true,
    usage: 'FOLDER',
    help: 'For the doctor: registers invented visitors in a scratch folder until it is killed.',
    details: '',
    run: ({ argv: [folder = ''] }) => registerUntilKilled(folder, pino({ enabled: false })),
  },
};
