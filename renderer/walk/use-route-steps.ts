import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Route } from '../../domain/walk/route.ts';
import { describeRoute } from '../../domain/walk/steps.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useVisit } from '../visit/visit.tsx';
import { wordRoute } from './route-words.ts';

/** Tells a way sentence by sentence. Where its walker looks at the beginning is known only at this kiosk. */
export function useRouteSteps(): (route: Route) => readonly string[] {
  const { t } = useTranslation();
  const { floorPlan, companiesAt, placeById } = useCatalogue();
  const { language } = useVisit();
  const { place } = useKiosk().greeting.kiosk;
  return useCallback(
    (route) => {
      if (!floorPlan) return [];
      const isFromHere = route.from === place;
      const facing = isFromHere ? (placeById.get(route.from)?.properties.facing ?? null) : null;
      const steps = describeRoute({ plan: floorPlan, route, facing });
      return wordRoute({ steps, plan: floorPlan, companiesAt, language, t });
    },
    [floorPlan, companiesAt, placeById, language, place, t],
  );
}
