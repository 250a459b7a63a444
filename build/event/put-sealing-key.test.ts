import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putSealingKey } from './put-sealing-key.ts';

it.each([
  ['{\n    "id": "a"\n}\n', '{\n    "id": "a",\n    "sealingKey": "KEY"\n}\n'],
  ['{\r\n\t"id": "a"\r\n}', '{\r\n\t"id": "a",\r\n\t"sealingKey": "KEY"\r\n}'],
  ['{ "id": "a" }', '{ "id": "a", "sealingKey": "KEY" }'],
  ['{}', '{ "sealingKey": "KEY" }'],
  ['\ufeff{ "id": "a" }', '\ufeff{ "id": "a", "sealingKey": "KEY" }'],
])('keeps how %j is written', (text, written) => {
  const put = putSealingKey(text);
  expect(put.ok && put.value('KEY')).toBe(written);
});

it('adds the key and nothing else to any object', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 1, 2, '\t'), (object, indent) => {
      fc.pre(!Object.hasOwn(object, 'sealingKey'));
      const put = putSealingKey(JSON.stringify(object, null, indent));
      const plain: unknown = JSON.parse(JSON.stringify(object));
      expect(put.ok && JSON.parse(put.value('KEY'))).toEqual({ ...(plain as object), sealingKey: 'KEY' });
    }),
  );
});

it.each(['', '[]', '{"id": "a"', 'null'])('refuses %j', (text) => {
  expect(putSealingKey(text)).toMatchObject({ ok: false });
});
