import { badgeFields, type BadgeField, type BadgeFieldSize, type BadgeLayout } from '../../../domain/badge-layout.ts';
import type { Language, Localised } from '../../../domain/localised.ts';
import type { VisitorStatus } from '../../../domain/visitor-status.ts';

/** A layout without them would be refused: staff could not find a visitor again, or nobody would know whose it is. */
export const neededFields: readonly BadgeField[] = ['name', 'claim'];

/** Another place for a field: one up (-1) or down (1). At the ends it stays. */
export function moveField(layout: BadgeLayout, field: BadgeField, by: -1 | 1): BadgeLayout {
  const from = layout.fields.findIndex((one) => one.field === field);
  const to = from + by;
  const moved = layout.fields[from];
  if (moved === undefined || to < 0 || to >= layout.fields.length) return layout;
  return { ...layout, fields: layout.fields.toSpliced(from, 1).toSpliced(to, 0, moved) };
}

export function setFieldSize(layout: BadgeLayout, field: BadgeField, size: BadgeFieldSize): BadgeLayout {
  return { ...layout, fields: layout.fields.map((one) => (one.field === field ? { ...one, size } : one)) };
}

export function removeField(layout: BadgeLayout, field: BadgeField): BadgeLayout {
  if (neededFields.includes(field)) return layout;
  return { ...layout, fields: layout.fields.filter((one) => one.field !== field) };
}

/** At the end, where it is seen in the preview and moved from. */
export function addField(layout: BadgeLayout, field: BadgeField): BadgeLayout {
  return layout.fields.some((one) => one.field === field)
    ? layout
    : { ...layout, fields: [...layout.fields, { field, size: 'medium' }] };
}

/** Fields that are not on it, in their usual order. */
export function missingFields({ fields }: BadgeLayout): readonly BadgeField[] {
  return badgeFields.filter((field) => !fields.some((one) => one.field === field));
}

/** With a logo, and a place for it at the top when there was none; null takes both away. */
export function setLogo(layout: BadgeLayout, logo: string | null): BadgeLayout {
  const { logo: _, ...rest } = layout;
  if (logo === null) return removeField(rest, 'logo');
  const hasPlace = layout.fields.some(({ field }) => field === 'logo');
  const fields = hasPlace ? layout.fields : [{ field: 'logo', size: 'medium' } as const, ...layout.fields];
  return { ...rest, fields, logo };
}

type Stripe = NonNullable<BadgeLayout['stripes'][VisitorStatus]>;
const usualStripe: Stripe = { colour: '#000000', pattern: 'solid' };

export function setPattern(layout: BadgeLayout, status: VisitorStatus, pattern: Stripe['pattern']): BadgeLayout {
  const stripe = { ...(layout.stripes[status] ?? usualStripe), pattern };
  return { ...layout, stripes: { ...layout.stripes, [status]: stripe } };
}

/** For printers that have colours; black on all others. @param colour `#rrggbb` */
export function setColour(layout: BadgeLayout, status: VisitorStatus, colour: string): BadgeLayout {
  const stripe = { ...(layout.stripes[status] ?? usualStripe), colour };
  return { ...layout, stripes: { ...layout.stripes, [status]: stripe } };
}

/** Words of one language; empty ones are the kiosk's own. */
export function setStripeWords(
  layout: BadgeLayout,
  { status, language, words }: { status: VisitorStatus; language: Language; words: string },
): BadgeLayout {
  const { label: before = {}, ...stripe } = layout.stripes[status] ?? usualStripe;
  const { [language]: _, ...others } = before;
  const label: Localised = words.trim() === '' ? others : { ...others, [language]: words };
  const changed: Stripe = Object.keys(label).length === 0 ? stripe : { ...stripe, label };
  return { ...layout, stripes: { ...layout.stripes, [status]: changed } };
}
