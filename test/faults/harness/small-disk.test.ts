import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cannotMount, createSmallDisk, type SmallDisk } from './small-disk.ts';

describe.skipIf(cannotMount() !== null)('a small disk', () => {
  let parent: string;
  let disk: SmallDisk;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'foyer-disk-'));
    disk = createSmallDisk({ parent, megabytes: 16 });
  });
  afterEach(() => {
    disk.close();
    rmSync(parent, { recursive: true, force: true });
  });
  const file = () => join(disk.folder, 'file');
  const write = () => {
    writeFileSync(file(), 'words', { flush: true });
  };

  it('is full, and has room again', () => {
    disk.fill();
    expect(write).toThrow('ENOSPC');
    disk.free();
    write();
    expect(readFileSync(file(), 'utf8')).toBe('words');
  });

  it('refuses writes when its medium breaks, and is as it was when it is mounted again', () => {
    write();
    disk.breakMedium();
    expect(write).toThrow('EROFS');
    disk.mountAgain('ro');
    expect(write).toThrow('EROFS');
    disk.mountAgain('rw');
    expect(readFileSync(file(), 'utf8')).toBe('words');
    write();
  });
});
