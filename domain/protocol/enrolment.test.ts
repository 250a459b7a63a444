import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateBytes,
  createEnrolmentSecret,
  formatEnrolmentCode,
  parseEnrolmentCode,
  readScannedCode,
  toFingerprint,
  toSymbols,
} from './enrolment.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const code = fc
  .tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array({ minLength: 5, maxLength: 5 }))
  .map(([digest, random]) => ({ fingerprint: toFingerprint(digest), secret: createEnrolmentSecret(random) }));

describe('toSymbols', () => {
  it('is base 32: five bits a symbol, the first bit first', () => {
    expect(toSymbols(Uint8Array.of(0b00000_000, 0b01_11111_0, 0b0000_0000), 4)).toBe('01Z0');
    expect(toSymbols(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff), 8)).toBe('ZZZZZZZZ');
  });

  it('says the same as arithmetic with big integers', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 40 }), (bytes) => {
        const length = Math.floor((bytes.length * 8) / 5);
        const whole = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) >> BigInt(bytes.length * 8 - length * 5);
        const naive = Array.from({ length }, (_, at) =>
          alphabet.charAt(Number((whole >> BigInt((length - 1 - at) * 5)) & 31n)),
        );
        expect(toSymbols(bytes, length)).toBe(naive.join(''));
      }),
    );
  });
});

describe('an enrolment code', () => {
  it('is six groups of four: 80 bits of the hub key and 40 random ones', () => {
    const digest = createHash('sha256').update('a public key').digest();
    const written = formatEnrolmentCode({ fingerprint: toFingerprint(digest), secret: 'ABCD2345' });
    expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}ABCD-2345$/);
  });

  it('is read back however it is typed', () => {
    const spell = fc.constantFrom<((text: string) => string)[]>(
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replaceAll('-', ''),
      (text) => text.replaceAll('-', ' '),
      (text) => ` ${text}\n`,
      (text) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
      (text) => text.replaceAll('0', 'o').replaceAll('1', 'I'),
    );
    fc.assert(
      fc.property(code, spell, (written, typed) => {
        expect(parseEnrolmentCode(typed(formatEnrolmentCode(written)))).toEqual({ ok: true, value: written });
      }),
    );
  });

  it.each(['', 'ABCD-2345', `${'A'.repeat(23)}U`, `${'A'.repeat(23)}!`, 'A'.repeat(25), `${'A'.repeat(23)}文`])(
    'is not %j',
    (typed) => {
      expect(parseEnrolmentCode(typed)).toEqual({ ok: false, reason: 'not-an-enrolment-code' });
    },
  );

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const parsed = parseEnrolmentCode(typed);
        if (parsed.ok) expect(parseEnrolmentCode(formatEnrolmentCode(parsed.value))).toEqual(parsed);
      }),
    );
  });
});

it('signs all of a certificate', () => {
  const certificate = { epoch: 'e', event: 'day', kiosk: 'K1', position: null, publicKey: 'A'.repeat(43) };
  const bytes = (change: Partial<Omit<typeof certificate, 'position'>> & { position?: string }) =>
    new TextDecoder().decode(certificateBytes({ ...certificate, ...change }));
  const changes = [{ epoch: 'f' }, { event: 'night' }, { kiosk: 'K2' }, { position: 'K1' }, { publicKey: 'B' }];
  expect(new Set([bytes({}), ...changes.map(bytes)]).size).toBe(6);
});

describe('what a scanner reads at the hub', () => {
  it('is its address and the code, in whatever case', () => {
    fc.assert(
      fc.property(code, fc.boolean(), (each, isLower) => {
        const written = formatEnrolmentCode(each);
        const scanned = `HUB.LOCAL:7443 ${written}`;
        const read = readScannedCode(isLower ? scanned.toLowerCase() : scanned);
        expect(read?.address).toBe('hub.local:7443');
        expect(parseEnrolmentCode(read?.code ?? '')).toEqual(parseEnrolmentCode(written));
      }),
    );
  });

  it.each(['', 'ME25-7K3Q-9XTA', '192.168.1.10:7443 7K3M-9QXT', 'FOYER-STAFF:1', 'a b c'])('%s is not it', (text) => {
    expect(readScannedCode(text)).toBeNull();
  });
});
