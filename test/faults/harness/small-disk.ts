import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

/** A file system of its own on a file of a given size: what happens on it happens to no one else. */
export interface SmallDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** Writes until nothing more fits. */
  fill(): void;
  /** Takes away what `fill` wrote. */
  free(): void;
  /** As the kernel does it after an error of the medium: from now on every write fails, on open files too (EROFS). */
  breakMedium(): void;
  /** After `breakMedium`, with nothing open: read-only or as it was, with the journal of ext4 replayed. */
  mountAgain(mode: 'ro' | 'rw'): void;
  close(): void;
}

/** Why this machine cannot have one; null when it can. */
export function cannotMount(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a small disk';
  if (!existsSync('/dev/loop-control')) return 'this system has no loop devices';
  return existsSync('/usr/sbin/mkfs.ext4') || existsSync('/sbin/mkfs.ext4') ? null : 'mkfs.ext4 is not here';
}

/** @param parent existing folder, of a file system that has the room */
export function createSmallDisk({ parent, megabytes }: { parent: string; megabytes: number }): SmallDisk {
  const image = join(parent, 'disk.img');
  const folder = join(parent, 'disk');
  const ballast = join(folder, 'ballast');
  mkdirSync(folder);
  run('truncate', '--size', `${megabytes}M`, image);
  // Nothing is kept back for root, who runs these tests and would not find the disk full.
  run('mkfs.ext4', '-q', '-m', '0', image);
  // The device stays writable under a file system that is not, so that ext4 can replay its journal.
  const device = run('losetup', '--find', '--show', image).trim();
  const mount = (mode: 'ro' | 'rw') => {
    run('mount', '-o', `${mode},errors=remount-ro`, device, folder);
  };
  mount('rw');
  return {
    folder,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let size = 1 << 20; size >= 512; size >>= 1) writeWhileRoom(file, Buffer.alloc(size, 'x'));
        fsyncSync(file);
      } catch (error) {
        if (!isFull(error)) throw error;
      } finally {
        closeSync(file);
      }
    },
    free() {
      rmSync(ballast, { force: true });
      run('sync', '--file-system', folder);
    },
    breakMedium() {
      run('mount', '-o', 'remount,abort', folder);
    },
    mountAgain(mode) {
      run('umount', folder);
      mount(mode);
    },
    close() {
      run('umount', '--lazy', folder);
      run('losetup', '--detach', device);
      rmSync(image, { force: true });
    },
  };
}

function writeWhileRoom(file: number, block: Buffer): void {
  try {
    for (;;) if (writeSync(file, block) < block.length) return;
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
}
