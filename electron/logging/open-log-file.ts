import { mkdirSync } from 'node:fs';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

export interface LogFileParts {
  /** The folder; made when missing. */
  readonly folder: string;
  /** `kiosk.log`; the ones before are `kiosk.log.1`, `kiosk.log.2` and so on. */
  readonly name: string;
  /** Of one file, before the next is begun. */
  readonly megabytes: number;
  /** Kept beside the one that is written. */
  readonly files: number;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

export interface LogFile {
  /** Never throws and never waits: a line that cannot be written is gone. */
  write(line: string): void;
  /** Until what was written is in the file. */
  close(): Promise<void>;
}

/** Milliseconds until a file that failed is opened again; a full disk may have room then. */
const pause = 60_000;
/** Bytes that wait for a disk that does not take them. */
const mostWaiting = 1024 * 1024;

/** A log that may fail: what the kiosk does for visitors is worth more than a line about it. */
export function openLogFile({ folder, name, megabytes, files, clock }: LogFileParts): LogFile {
  let stream: RotatingFileStream | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;

  function open(): RotatingFileStream | null {
    if (clock() - failedAt < pause) return null;
    const fail = () => {
      failedAt = clock();
      stream?.destroy();
      stream = null;
    };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const opened = createStream(nameOf(name), {
        path: folder,
        size: `${megabytes}M`,
        rotate: files,
        mode: 0o600,
      });
      opened.on('error', fail);
      // A file that could not be put aside is written on.
      opened.on('warning', () => undefined);
      return opened;
    } catch {
      fail();
      return null;
    }
  }

  return {
    write(line) {
      stream ??= open();
      if (stream !== null && stream.writableLength < mostWaiting) stream.write(line);
    },
    async close() {
      const last = stream;
      failedAt = Number.POSITIVE_INFINITY;
      stream = null;
      if (last === null || last.destroyed) return;
      await new Promise<void>((resolve) => {
        last.once('close', resolve);
        last.end(() => {
          resolve();
        });
      });
    },
  };
}

/** @see https://github.com/iccicci/rotating-file-stream#filename-rotated-file-name */
function nameOf(name: string): (index: number | Date | null) => string {
  return (index) => (typeof index === 'number' ? `${name}.${index}` : name);
}
