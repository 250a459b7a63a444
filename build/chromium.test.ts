import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findChromium } from './chromium.mjs';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'foyer-find-')));
  vi.stubEnv('FOYER_CHROMIUM', '');
  vi.stubEnv('PATH', folder);
  vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'none'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string): string {
  const program = join(folder, name);
  writeFileSync(program, '');
  chmodSync(program, 0o755);
  return program;
}

describe.runIf(process.platform === 'linux')('on Linux, the Chromium of a machine', () => {
  it('is none where there is none', () => {
    expect(findChromium()).toBeNull();
  });

  it('is the one that FOYER_CHROMIUM names, or none', () => {
    put('chromium');
    const named = put('my-browser');
    vi.stubEnv('FOYER_CHROMIUM', named);
    expect(findChromium()).toBe(named);
    rmSync(named);
    expect(findChromium()).toBeNull();
  });

  it('is the first of the usual names on the PATH', () => {
    put('chromium-browser');
    const chrome = put('google-chrome');
    expect(findChromium()).toBe(chrome);
    const ours = put('chromium');
    expect(findChromium()).toBe(ours);
  });

  it('is Playwright’s own where it has been downloaded', () => {
    put('chromium');
    const own = join(folder, 'playwright', 'chrome');
    mkdirSync(join(folder, 'playwright'));
    writeFileSync(own, '');
    vi.stubEnv('PLAYWRIGHT_BROWSERS_PATH', join(folder, 'playwright'));
    vi.spyOn(chromium, 'executablePath').mockReturnValue(own);
    expect(findChromium()).toBe(own);
  });
});
