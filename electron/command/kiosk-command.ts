import type { ShellName } from '../bridge/greet.ts';
import type { Config, ConfigSources } from '../config/read-config.ts';
import type { OpenExamination } from '../doctor/page/examination-page.ts';
import type { StartHub } from '../embedded-hub/hub-process.ts';
import type { Printer } from '../printing/printer.ts';

/** What a shell lends to commands. */
export interface CommandShell {
  readonly name: ShellName;
  readonly startHub: StartHub;
  /** Starts this program again; arguments follow. */
  readonly again: readonly [program: string, ...args: string[]];
  /** Opens the shell's own browser on the examination page. */
  readonly openExamination: (config: Config) => OpenExamination;
  /** Take the places of the configured ones, as in the kiosk. */
  readonly printers?: (config: Config) => readonly (Printer | null)[];
}

/** What a command has around it. */
export interface CommandCall {
  /** After the command's own word. */
  readonly argv: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  /** The shell's own: where the data folder and the event pack are when nothing says so. */
  readonly defaults: ConfigSources['defaults'];
  readonly shell: CommandShell;
  /** One line, or several, for standard output. */
  readonly say: (lines: string) => void;
  /** Bytes for standard output, on the way when it returns. */
  readonly write: (bytes: Uint8Array) => void;
  /** The same for standard error. */
  readonly complain: (lines: string) => void;
}

/** Something that the program does instead of being a kiosk, and then ends. */
export interface KioskCommand {
  /** A program calls it, and no person. */
  readonly isHidden?: boolean;
  /** After the command's word: `[--json] [--only CHECK]`. */
  readonly usage: string;
  /** One sentence, for the list. */
  readonly help: string;
  /** Below usage and sentence, for `--help`: options and exit codes. */
  readonly details: string;
  /** @returns the exit code: 0 well, 1 not, 2 called wrongly */
  run(call: CommandCall): Promise<number>;
}
