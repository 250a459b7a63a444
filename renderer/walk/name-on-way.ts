import type { TFunction } from 'i18next';
import type { Company } from '../../domain/company.ts';
import { floorsOf, type FloorPlan, type Place } from '../../domain/floor-plan.ts';
import { localise, type Language } from '../../domain/localised.ts';

/** What the written way is told with. */
export interface Telling {
  readonly plan: FloorPlan;
  readonly companiesAt: ReadonlyMap<string, readonly [Company, ...Company[]]>;
  readonly language: Language;
  readonly t: TFunction;
}

/**
 * What a place is called inside a sentence: "the stage", "stand C03". What there is one of in every building goes by what it is, so that one
 * looks for its sign; what has a name of its own goes by that.
 */
export function nameOnWay({ properties: { kind, name, label } }: Place, { language, t }: Telling): string {
  const named = name === undefined ? undefined : localise(name, language).text;
  switch (kind) {
    case 'stand':
      return label !== undefined ? t('steps.place.stand', { label }) : (named ?? '');
    case 'stage':
    case 'food':
      return named === undefined ? t(`steps.place.${kind}`) : t('steps.place.namedStage', { name: named });
    case 'room':
      return named === undefined ? t('steps.place.room') : t('steps.place.named', { name: named });
    case 'hall':
    case 'walkway':
      return named ?? '';
    case 'entrance':
    case 'kiosk':
    case 'toilet':
    case 'lift':
    case 'escalator':
    case 'stairs':
    case 'ramp':
    case 'first-aid':
    case 'cloakroom':
    case 'information':
      return t(`steps.place.${kind}`);
  }
}

/** The same of the place that one looks for: a stand with who is there. */
export function nameOfGoal(place: Place, telling: Telling): string {
  const { label } = place.properties;
  const companies = label === undefined ? undefined : telling.companiesAt.get(label);
  if (label === undefined || companies?.length !== 1) return nameOnWay(place, telling);
  const name = localise(companies[0].name, telling.language).text;
  return telling.t('steps.place.company', { label, name });
}

export function nameOfFloor(id: string, { plan, language, t }: Telling): string {
  const floor = floorsOf(plan).find((each) => each.id === id);
  if (floor?.name) return localise(floor.name, language).text;
  const ordinal = floor?.ordinal ?? 0;
  if (ordinal === 0) return t('hall.floor.ground');
  return t(ordinal > 0 ? 'hall.floor.up' : 'hall.floor.down', { number: Math.abs(ordinal) });
}
