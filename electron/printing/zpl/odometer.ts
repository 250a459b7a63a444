/** What a printer counts of its paper. Labels where it can, which is exact; otherwise whole centimetres. */
export type Odometer =
  { readonly by: 'labels'; readonly labels: number } | { readonly by: 'length'; readonly centimetres: number };

/** Settings of a printer that count (ZPL II Programming Guide, "SGD Printer Commands"), the better first. */
export const odometerSettings = ['odometer.total_label_count', 'odometer.total_print_length'] as const;
export type OdometerSetting = (typeof odometerSettings)[number];

/** Reads `1234`, or `8423 INCHES, 21744 CENTIMETERS`; null for `?` and whatever else. */
export function readOdometer(setting: OdometerSetting, value: string): Odometer | null {
  const pattern = setting === 'odometer.total_label_count' ? /^\s*(\d+)\s*(?:LABELS)?\s*$/iu : /(\d+)\s*CENTIMETERS/iu;
  const found = pattern.exec(value)?.[1];
  if (found === undefined) return null;
  const number = Number(found);
  return setting === 'odometer.total_label_count'
    ? { by: 'labels', labels: number }
    : { by: 'length', centimetres: number };
}

/** What is to come out between two looks. */
export interface Expected {
  readonly labels: number;
  /** Inches, all of them together. */
  readonly inches: number;
}

/** Whether that has come out, as far as the counter can tell: what is shorter than its unit could have come out or not. */
export function hasCounted(
  { before, after }: { before: Odometer; after: Odometer },
  { labels, inches }: Expected,
): boolean {
  if (before.by === 'labels') return after.by === 'labels' && after.labels >= before.labels + labels;
  const centimetres = Math.floor(inches * 2.54);
  return after.by === 'length' && centimetres > 0 && after.centimetres >= before.centimetres + centimetres;
}
