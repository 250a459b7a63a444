import process from 'node:process';
import { createInterface } from 'node:readline';

/** One line that a scanner, or a person, types into this terminal; null when none comes in time. */
export function askForScan(say: (line: string) => void) {
  return async (signal: AbortSignal): Promise<string | null> => {
    say('Scan the code on the test sheet now, into this terminal. Enter alone ends it.');
    const lines = createInterface({ input: process.stdin, signal });
    try {
      for await (const line of lines) return line.trim() === '' ? null : line;
      return null;
    } catch {
      return null;
    } finally {
      lines.close();
    }
  };
}
