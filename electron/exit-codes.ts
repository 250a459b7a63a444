/** What a service manager, Windows' Shell Launcher or a script may go by. */
export const exitCodes = { stopped: 0, notStarted: 1, wrongOptions: 2, startAgain: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** For `--help`. */
export const exitCodeHelp =
  'Exit codes: 0 stopped, 1 could not start, 2 wrong options, 3 wants to be started again (after a night, an update, or when it uses too much memory).';
