import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, describe, expect, it } from 'vitest';
import { createKioskFileSchema } from '../../electron/config/kiosk-file-schema.ts';
import { writeKioskFileExample } from '../../electron/config/kiosk-file-example.ts';
import { optionNames } from '../../electron/config/options.ts';
import { readConfig } from '../../electron/config/read-config.ts';
import { readJsonWithComments } from '../../electron/config/read-json-comments.ts';

const folder = mkdtempSync(join(tmpdir(), 'foyer-example-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const example = writeKioskFileExample();

/** Every key that is a comment becomes one that holds. */
function withEveryKey(): string {
  return example.replace(/^ {2}\/\/ ((?:"|\[|\]|\{|\}| ).*)$/gm, '  $1');
}

function read(content: string) {
  const path = join(folder, 'kiosk.json');
  writeFileSync(path, content);
  const defaults = { event: '/event', data: folder };
  return readConfig({
    argv: ['--config', path],
    environment: {},
    workingFolder: folder,
    defaults,
    unknownFlags: 'refuse',
  });
}

describe('what installers ship', () => {
  it('is what the options say. After a change of them: npx vitest run --config test/vitest.config.ts build/package/kiosk-file -u', async () => {
    await expect(example).toMatchFileSnapshot('kiosk.example.json');
    await expect(`${JSON.stringify(createKioskFileSchema(), null, 2)}\n`).toMatchFileSnapshot('kiosk.schema.json');
  });

  it('is a file that a kiosk takes as it stands, and then asks for its code', () => {
    expect(read(readFileSync(join(import.meta.dirname, 'kiosk.example.json'), 'utf8'))).toMatchObject({
      ok: true,
      value: { hub: 'ask', data: folder },
    });
  });

  it('has an example of every key, and each is one that a kiosk takes', () => {
    const { keys, faults } = readJsonWithComments(withEveryKey());
    expect(faults).toEqual([]);
    expect(keys?.map(({ name }) => name)).toEqual(['$schema', ...optionNames]);
    for (const { name, value } of keys ?? []) {
      const alone = { [name]: value, ...(name === 'media' && { printerModel: 'epson-tm-m30iii', printer: 'tcp://a' }) };
      const needsFile = name === 'printerProfiles';
      if (needsFile) writeFileSync(join(folder, 'more-models.json'), '[]');
      const needsPrinter = name === 'printerModel' ? { printer: 'tcp://a' } : {};
      expect(read(JSON.stringify({ ...needsPrinter, ...alone })), name).toMatchObject({ ok: true });
    }
  });

  it('has a schema that takes what a kiosk takes, and refuses what it refuses', () => {
    const schema = z.fromJSONSchema(createKioskFileSchema());
    const all = Object.fromEntries(
      (readJsonWithComments(withEveryKey()).keys ?? []).map(({ name, value }) => [name, value]),
    );
    expect(schema.safeParse(all)).toMatchObject({ success: true });
    for (const wrong of [{ prot: 1 }, { camera: 'perhaps' }, { idleWarnAfterSeconds: 4 }, { printers: [{ id: 'a' }] }])
      expect(schema.safeParse(wrong), JSON.stringify(wrong)).toMatchObject({ success: false });
  });
});
