import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { floorsOf } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';

/** What the floors of the event's plan are called, by id, the lowest first: by their own names, or else by their numbers. */
export function useFloorNames(): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  const { floorPlan } = useCatalogue();
  const { language } = useVisit();
  return useMemo(() => {
    const floors = floorPlan ? floorsOf(floorPlan) : [];
    return Object.fromEntries(
      floors.map(({ id, ordinal, name }) => {
        if (name) return [id, localise(name, language).text];
        if (ordinal === 0) return [id, t('hall.floor.ground')];
        return [id, t(ordinal > 0 ? 'hall.floor.up' : 'hall.floor.down', { number: Math.abs(ordinal) })];
      }),
    );
  }, [floorPlan, language, t]);
}
