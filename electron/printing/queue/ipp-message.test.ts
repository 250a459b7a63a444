import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attribute, attributesOf } from './ipp-attributes.ts';
import { decodeMessage, encodeMessage, groupTags, type IppAttribute } from './ipp-message.ts';

/** RFC 8010, appendix A.1, "Print-Job Request": as far as its attributes. */
const printJob = Buffer.concat([
  Buffer.from([0x01, 0x01, 0x00, 0x02, 0, 0, 0, 1, 0x01]),
  field(0x47, 'attributes-charset', 'utf-8'),
  field(0x48, 'attributes-natural-language', 'en-us'),
  field(0x45, 'printer-uri', 'ipp://printer.example.com/ipp/print/pinetree'),
  field(0x42, 'job-name', 'foobar'),
  field(0x22, 'ipp-attribute-fidelity', '\u0001'),
  Buffer.of(0x02),
  field(0x21, 'copies', '\0\0\0\u0014'),
  field(0x44, 'sides', 'two-sided-long-edge'),
  Buffer.of(0x03),
]);

function field(tag: number, name: string, value: string): Buffer {
  return Buffer.from(
    `${String.fromCharCode(tag, 0, name.length)}${name}${String.fromCharCode(0, value.length)}${value}`,
    'latin1',
  );
}

describe('an IPP message', () => {
  it('is read as the RFC shows it, and what follows it is the document', () => {
    const decoded = decodeMessage(Buffer.concat([printJob, Buffer.from('%!PS')]));
    expect(decoded.ok && decoded.value.rest.toString()).toBe('%!PS');
    expect(decoded.ok && decoded.value.message.code).toBe(2);
    expect(decoded.ok && attributesOf(decoded.value.message, 'job')).toEqual({
      copies: [20],
      sides: ['two-sided-long-edge'],
    });
  });

  it('is written as the RFC shows it', () => {
    const decoded = decodeMessage(printJob);
    const written = decoded.ok ? encodeMessage(decoded.value.message) : Buffer.of();
    // Ours is of version 2.0.
    expect(written.subarray(2)).toEqual(printJob.subarray(2));
  });

  it('comes back as it was, with many values, none, and collections in collections', () => {
    const text = fc.string({ unit: 'binary', minLength: 0, maxLength: 20 });
    const leaf = fc.oneof(
      fc.array(text, { minLength: 1, maxLength: 3 }).map((values) => attribute('keyword', 'a', ...values)),
      fc
        .array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 1, maxLength: 3 })
        .map((values) => attribute('integer', 'b', ...values)),
      fc.boolean().map((value) => attribute('boolean', 'c', value)),
      fc.constant({ name: 'time-at-processing', tag: 0x13, values: [] }),
    );
    const collection = (inner: fc.Arbitrary<IppAttribute>) =>
      fc
        .array(
          fc.array(
            inner.filter(({ values }) => values.length > 0),
            { minLength: 1, maxLength: 3 },
          ),
          {
            minLength: 1,
            maxLength: 2,
          },
        )
        .map((values) => attribute('collection', 'media-col', ...values));
    const attributes = fc.array(fc.oneof(leaf, collection(leaf), collection(collection(leaf))), { maxLength: 6 });
    fc.assert(
      fc.property(attributes, fc.nat(0xffff), (some, code) => {
        const message = { code, requestId: 7, groups: [{ tag: groupTags.operation, attributes: some }] };
        const decoded = decodeMessage(encodeMessage(message));
        expect(decoded.ok && decoded.value.message).toEqual(message);
      }),
    );
  });

  it('is refused, not believed, when it is cut short or is none', () => {
    for (let length = 0; length < printJob.length; length += 1)
      expect(decodeMessage(printJob.subarray(0, length))).toEqual({ ok: false, reason: 'not-ipp' });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(typeof decodeMessage(bytes).ok).toBe('boolean');
      }),
    );
  });
});
