import { ArrowUpDown, Cross, DoorOpen, Footprints, Toilet, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';

export type SignedKind = 'entrance' | 'toilet' | 'lift' | 'stairs' | 'first-aid';

export const signs = {
  entrance: DoorOpen,
  toilet: Toilet,
  lift: ArrowUpDown,
  stairs: Footprints,
  'first-aid': Cross,
} as const satisfies Record<SignedKind, LucideIcon>;

const size = 2.4;

interface PlaceSignProps {
  readonly kind: SignedKind;
  readonly x: number;
  readonly y: number;
}

/** What a person looks for on a plan, as a sign. */
export function PlaceSign({ kind, x, y }: PlaceSignProps) {
  const { t } = useTranslation();
  const Sign = signs[kind];
  return (
    <g role="img" aria-label={t(`map.place.${kind}`)}>
      <Sign x={x - size / 2} y={y - size / 2} width={size} height={size} />
    </g>
  );
}
