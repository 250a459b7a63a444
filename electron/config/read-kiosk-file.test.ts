import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKioskFile } from './read-kiosk-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-kiosk-file-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(content: string) {
  writeFileSync(join(folder, 'kiosk.json'), content);
  const problems: string[] = [];
  const data = { value: folder, base: '/', origin: 'default data' };
  const keys = readKioskFile(new Map([['data', data]]), problems);
  return {
    problems: problems.map((words) => words.replace(join(folder, 'kiosk.json'), 'FILE')),
    values: Object.fromEntries([...keys].map(([name, { value }]) => [name, value])),
  };
}

describe('a file that a person wrote', () => {
  it('may hold comments, a comma too many, a byte order mark and the name of its schema', () => {
    const content = `\uFEFF{
      // Twenty machines have this one.
      "$schema": "./kiosk.schema.json",
      "printers": [{ "id": "badges", /* the small one */ "address": "tcp://10.0.0.5" },],
      "camera": false,
    }
    `;
    expect(read(content)).toEqual({
      problems: [],
      values: { printers: [{ id: 'badges', address: 'tcp://10.0.0.5' }], camera: false },
    });
  });

  it.each([
    ['{"port": 1', 'FILE, line 1, column 11: the } that ends it is missing.'],
    ['{\n  "port" 1\n}', 'FILE, line 2, column 10: write a colon between the key and its value.'],
    ['{\n  "port": 1\n  "window": true\n}', 'FILE, line 3, column 3: write a comma between this entry'],
    ['{\r\n  port: 1\r\n}', 'FILE, line 2, column 3: is no value'],
    ['{"event": "C:\\Pack"}', 'FILE, line 1, column 11: write each backslash twice (C:\\\\Foyer)'],
    ['{"event": "C:\\Users"}', 'FILE, line 1, column 11: write each backslash twice (C:\\\\Foyer)'],
    ['{"event": "pack}', 'FILE, line 1, column 11: the text does not end'],
    ['{"port": 1} {}', 'FILE, line 1, column 13: nothing but comments may stand behind the last }'],
    ['{"port": }', 'FILE, line 1, column 10: a value is missing here'],
    ['{"port": 1 /* }', 'FILE, line 1, column 12: the comment does not end'],
    ['{"port": 1, "port": 2}', '"port" in FILE, line 1, column 13: stands there a second time'],
    ['{"prot": 1}', '"prot" in FILE, line 1, column 2: unknown option. The keys are event, data'],
    ['{"__proto__": {"port": 1}}', '"__proto__" in FILE, line 1, column 2: unknown option.'],
  ])('with a fault (%j) says where and what to write', (content, words) => {
    expect(read(content).problems.join('\n')).toContain(words);
  });

  it('tells all its faults at once, and what it could read', () => {
    const { problems, values } = read('{\n  "prot": 1,\n  "port": 3\n  "window": true,\n  "colour": "red"\n}');
    expect(problems).toHaveLength(3);
    expect(values).toEqual({ port: 3, window: true });
  });

  it('whatever is torn off it, never throws and never reads what is not there', () => {
    const whole = '{ "port": 3, // a comment\n "printers": [{ "id": "a", "address": "tcp://b" }], "camera": false }';
    const { values: all } = read(whole);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (end) => {
        const { problems, values } = read(whole.slice(0, end));
        expect(problems).not.toEqual([]);
        for (const name of Object.keys(values)) expect(Object.keys(all)).toContain(name);
      }),
    );
  });

  it('means the same as JSON when it is JSON', () => {
    fc.assert(
      fc.property(fc.record({ port: fc.jsonValue(), printers: fc.jsonValue() }), (object) => {
        expect(read(JSON.stringify(object, null, 2))).toEqual({
          problems: [],
          values: JSON.parse(JSON.stringify(object)) as unknown,
        });
      }),
    );
  });
});
