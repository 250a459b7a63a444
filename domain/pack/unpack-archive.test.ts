import { expect, it } from 'vitest';
import { unpackArchive } from './unpack-archive.ts';
import { writeWorkbook } from './workbook.fixture.ts';

const whole = writeWorkbook([['code', 'name'], ['ME25-7K3Q-9XTA', 'Chan']]); // prettier-ignore

it('unpacks what was packed, also with something behind it', () => {
  for (const bytes of [whole, Uint8Array.of(...whole, ...new Uint8Array(100))]) {
    const files = unpackArchive(bytes);
    expect(files?.size).toBe(7);
    expect(files?.get('xl/sharedStrings.xml')?.toString()).toContain('ME25-7K3Q-9XTA');
  }
});

it('finds every changed byte of the content, and every archive that was torn', () => {
  const content = unpackArchive(whole);
  for (let at = 0; at < whole.length; at += 1) {
    const changed = Uint8Array.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 0x10;
    const files = unpackArchive(changed);
    // Dates, flags and names may change; what is in the files may not.
    if (files !== null) expect([...files.values()]).toEqual([...(content?.values() ?? [])].slice(0, files.size));
    expect(unpackArchive(whole.subarray(0, at))).toBeNull();
  }
});

it('does not unpack more than the archive says, nor more than is reasonable', () => {
  const bomb = writeWorkbook([['x'.repeat(140 * 1024 * 1024)]]);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(unpackArchive(bomb)).toBeNull();
});
