/** One thing that Electron told the app or was asked by it. */
export interface Recorded {
  readonly what: string;
  readonly [detail: string]: unknown;
}

const recorded: Recorded[] = [];

/** For the test, which asks for all of it. */
export function record(what: string, details: Readonly<Record<string, unknown>> = {}): void {
  recorded.push({ what, ...details });
}

export function listRecorded(): readonly Recorded[] {
  return recorded;
}
