import { describe, expect, it } from 'vitest';
import { printerEntrySchema } from '../../../domain/printer-profile.ts';
import { configurePrinter } from '../configure-printer.ts';
import { parsePrinterAddress } from '../printer-address.ts';
import { profileListSchema, shippedProfiles } from './known-profiles.ts';
import shipped from './printer-profiles.json' with { type: 'json' };

const addresses = [
  'folder:/sheets',
  'tcp://10.0.0.5',
  'usb:/dev/usb/lp0',
  'serial:/dev/ttyS0',
  'ipp://10.0.0.5',
  'queue:desk',
];

describe('the shipped profiles', () => {
  it('fit the schema, each id once', () => {
    expect(profileListSchema.safeParse(shipped)).toMatchObject({ success: true });
    expect(profileListSchema.safeParse([...shipped, shipped[0]])).toMatchObject({ success: false });
  });

  it.each(shippedProfiles)(
    '$id is for some address, and is refused with words where it does not fit',
    ({ id, media }) => {
      const outcomes = addresses.map((address) =>
        configurePrinter(printerEntrySchema.parse({ id: 'one', address, model: id }), shippedProfiles),
      );
      expect(outcomes.some(({ ok }) => ok)).toBe(true);
      for (const outcome of outcomes) {
        if (outcome.ok) expect(outcome.value.media).toEqual(media[0]);
        else
          expect(outcome.reason).toMatchObject({
            at: 'model',
            words: expect.stringContaining('write one of') as string,
          });
      }
    },
  );

  it('have a plainest one for each address', () => {
    for (const address of addresses) {
      expect(parsePrinterAddress(address).ok).toBe(true);
      expect(configurePrinter(printerEntrySchema.parse({ id: 'one', address }), shippedProfiles).ok).toBe(true);
    }
  });

  it('know a model by no text that another model has as well', () => {
    const texts = shippedProfiles.flatMap(({ knownBy }) => knownBy.map((text) => text.toLowerCase()));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
