/** A hub that runs in a process of its own. A shell starts it, because Electron does that its own way. */
export interface HubProcess {
  /** Its standard output, line by line. */
  onLine(listener: (line: string) => void): void;
  /** Its exit code or signal, or why it did not start; once. */
  readonly ended: Promise<number | string | null>;
  /** Asks it to end. */
  stop(): void;
  /** Ends it. */
  kill(): void;
}

export type StartHub = (flags: readonly string[]) => HubProcess;
