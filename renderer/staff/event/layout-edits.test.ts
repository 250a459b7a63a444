import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  badgeFields,
  badgeFieldSizes,
  badgeLayoutSchema,
  usualBadgeLayout,
  type BadgeLayout,
} from '../../../domain/badge-layout.ts';
import { languages } from '../../../domain/localised.ts';
import { visitorStatuses } from '../../../domain/visitor-status.ts';
import * as edits from './layout-edits.ts';

const field = fc.constantFrom(...badgeFields);
const status = fc.constantFrom(...visitorStatuses);
const edit: fc.Arbitrary<(layout: BadgeLayout) => BadgeLayout> = fc.oneof(
  fc.tuple(field, fc.constantFrom(-1 as const, 1 as const)).map(
    ([one, by]) =>
      (layout: BadgeLayout) =>
        edits.moveField(layout, one, by),
  ),
  fc.tuple(field, fc.constantFrom(...badgeFieldSizes)).map(
    ([one, size]) =>
      (layout: BadgeLayout) =>
        edits.setFieldSize(layout, one, size),
  ),
  field.map((one) => (layout: BadgeLayout) => edits.removeField(layout, one)),
  field.map((one) => (layout: BadgeLayout) => edits.addField(layout, one)),
  fc
    .constantFrom(null, 'data:image/png;base64,iVBORw0KGgo=')
    .map((logo) => (layout: BadgeLayout) => edits.setLogo(layout, logo)),
  status.map((one) => (layout: BadgeLayout) => edits.setPattern(layout, one, 'hatched')),
  status.map((one) => (layout: BadgeLayout) => edits.setColour(layout, one, '#b5471b')),
  fc
    .record({ status, language: fc.constantFrom(...languages), words: fc.constantFrom('', ' ', 'Student', '學生') })
    .map((words) => (layout: BadgeLayout) => edits.setStripeWords(layout, words)),
);

describe('whatever is edited', () => {
  it('stays a layout that the hub takes', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (steps) => {
        const layout = steps.reduce((before, step) => step(before), usualBadgeLayout);
        expect(badgeLayoutSchema.safeParse(layout)).toMatchObject({ success: true });
      }),
    );
  });
});

it('moves a field by one and no further than the ends', () => {
  const names = (layout: BadgeLayout) => layout.fields.map((one) => one.field);
  expect(names(edits.moveField(usualBadgeLayout, 'name', -1)).slice(0, 2)).toEqual(['name', 'event']);
  expect(edits.moveField(usualBadgeLayout, 'event', -1)).toBe(usualBadgeLayout);
  expect(edits.moveField(usualBadgeLayout, 'logo', 1)).toBe(usualBadgeLayout);
});

it('keeps what staff need to find a visitor', () => {
  expect(edits.removeField(usualBadgeLayout, 'claim')).toBe(usualBadgeLayout);
  expect(edits.missingFields(edits.removeField(usualBadgeLayout, 'field'))).toEqual(['logo', 'field']);
});

it('forgets words that were emptied', () => {
  const given = edits.setStripeWords(usualBadgeLayout, { status: 'student', language: 'en', words: 'Undergraduate' });
  expect(given.stripes.student?.label).toEqual({ en: 'Undergraduate' });
  expect(
    edits.setStripeWords(given, { status: 'student', language: 'en', words: '' }).stripes.student?.label,
  ).toBeUndefined();
});
