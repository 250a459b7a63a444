import {
  Accessibility,
  ArrowUpDown,
  Cross,
  DoorOpen,
  Footprints,
  Info,
  MoveUpRight,
  Shirt,
  Toilet,
  Utensils,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Place, PlaceKind } from '../../domain/floor-plan.ts';
import type { Box } from './label-layout.ts';

export type SignedKind = Exclude<PlaceKind, 'hall' | 'stand' | 'stage' | 'room' | 'kiosk' | 'walkway'>;

export const signs = {
  entrance: DoorOpen,
  toilet: Toilet,
  lift: ArrowUpDown,
  escalator: MoveUpRight,
  stairs: Footprints,
  ramp: Accessibility,
  'first-aid': Cross,
  food: Utensils,
  cloakroom: Shirt,
  information: Info,
} as const satisfies Record<SignedKind, LucideIcon>;

/** What is drawn as a sign instead of by its name. */
export type SignedPlace = Place & { readonly properties: { readonly kind: SignedKind } };

export function isSigned(place: Place): place is SignedPlace {
  return place.properties.kind in signs;
}

interface PlaceSignProps {
  readonly kind: SignedKind;
  readonly box: Box;
}

/** What a person looks for on a plan, as a sign. */
export function PlaceSign({ kind, box }: PlaceSignProps) {
  const { t } = useTranslation();
  const Sign = signs[kind];
  return (
    <g className="plan-sign-mark" role="img" aria-label={t(`map.place.${kind}`)}>
      <Sign x={box.x} y={box.y} width={box.width} height={box.height} />
    </g>
  );
}
