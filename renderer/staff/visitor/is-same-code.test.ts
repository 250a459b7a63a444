import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createClaimCode } from '../../../domain/claim-code.ts';
import { isSameCode } from './is-same-code.ts';

const code = fc.uint8Array({ minLength: 7, maxLength: 7 }).map(createClaimCode);

it('takes the code with or without its dash, in any case', () => {
  fc.assert(
    fc.property(code, (claimCode) => {
      expect(isSameCode(claimCode, claimCode)).toBe(true);
      expect(isSameCode(` ${claimCode.toLowerCase().replace('-', '')} `, claimCode)).toBe(true);
    }),
  );
});

it('takes no other code, no part of it, and nothing where there is none', () => {
  fc.assert(
    fc.property(code, code, (claimCode, other) => {
      if (claimCode !== other) expect(isSameCode(other, claimCode)).toBe(false);
      expect(isSameCode(claimCode.slice(0, 4), claimCode)).toBe(false);
      expect(isSameCode('', claimCode)).toBe(false);
      expect(isSameCode(claimCode, null)).toBe(false);
    }),
  );
});
