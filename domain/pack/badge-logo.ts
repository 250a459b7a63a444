import { badgeLayoutSchema, usualBadgeLayout, type BadgeLayout } from '../badge-layout.ts';
import type { EventDetails } from '../event.ts';
import type { Problem } from './problem.ts';

/** The picture that badges show, beside `event.json`. */
export const badgeLogoFile = 'badge-logo.png';

/** The eight bytes that a PNG begins with (ISO/IEC 15948, 5.2). */
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the file as the data URL that a layout holds; null when the pack has none, or one that cannot be used. */
export function readBadgeLogo(bytes: Uint8Array | undefined): { logo: string | null; problems: Problem[] } {
  if (bytes === undefined) return { logo: null, problems: [] };
  const refuse = (message: string, instead: string) => ({
    logo: null,
    problems: [{ severity: 'error', file: badgeLogoFile, message, instead } as const],
  });
  if (pngSignature.some((byte, index) => bytes[index] !== byte)) {
    return refuse('The file is no PNG.', 'Save the picture as PNG, black on white.');
  }
  const logo = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  if (!badgeLayoutSchema.shape.logo.safeParse(logo).success) {
    return refuse('The picture is larger than 48 KB.', 'Save it smaller: badges show it at most 500 dots wide.');
  }
  return { logo, problems: [] };
}

/** The event with the pack's logo in its badge layout: at its top, where the layout does not say where. */
export function withBadgeLogo(event: EventDetails, logo: string | null): EventDetails {
  if (logo === null) return event;
  const layout: BadgeLayout = event.badge ?? usualBadgeLayout;
  const hasPlace = layout.fields.some(({ field }) => field === 'logo');
  const fields = hasPlace ? layout.fields : [{ field: 'logo', size: 'medium' } as const, ...layout.fields];
  return { ...event, badge: { ...layout, fields, logo } };
}

/** A place for a logo without one prints nothing there. */
export function missBadgeLogo({ badge }: Pick<EventDetails, 'badge'>, hasFile: boolean): Problem[] {
  const isWanted = badge?.fields.some(({ field }) => field === 'logo') === true && badge.logo === undefined;
  if (!isWanted || hasFile) return [];
  const message = 'The badge has a place for a logo, and the pack holds none.';
  return [
    {
      severity: 'warning',
      file: 'event.json',
      column: 'badge.fields',
      message,
      instead: `Put ${badgeLogoFile} beside event.json, or take "logo" out.`,
    },
  ];
}
