import { checkConfig } from './check-config.ts';
import type { KioskCommand } from './kiosk-command.ts';

/** By the word that calls them. */
export const commands: Readonly<Record<string, KioskCommand>> = {
  'check-config': checkConfig,
};
