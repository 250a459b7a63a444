import { join } from 'node:path';
import process from 'node:process';
import { destination, pino, type Logger } from 'pino';
import type { Config } from '../config/read-config.ts';
import { openLogFile } from './open-log-file.ts';

export interface Log {
  readonly logger: Logger;
  close(): Promise<void>;
}

/** Of the kiosk, in the folder `logs` of the data folder. */
export const logFileName = 'kiosk.log';

/** Lines of JSON, to standard error for the service manager's journal, and to a file of the kiosk that is kept in bounds. */
export function openLog({ config, clock }: { config: Config; clock: () => number }): Log {
  const { data, logLevel, logMegabytes, logFiles } = config;
  const file = openLogFile({
    folder: join(data, 'logs'),
    name: logFileName,
    megabytes: logMegabytes,
    files: logFiles,
    clock,
  });
  const terminal = openTerminal();
  const write = (line: string) => {
    terminal.write(line);
    file.write(line);
  };
  return { logger: pino({ level: logLevel }, { write }), close: () => file.close() };
}

/** Before there is a configuration, and for commands. */
export function logToTerminal(): Logger {
  return pino(openTerminal());
}

/** The log goes beside the one line that other programs read. Whoever does not read it any more ends no kiosk. */
function openTerminal() {
  const terminal = destination({ fd: process.stderr.fd, sync: true });
  terminal.on('error', () => undefined);
  return terminal;
}
