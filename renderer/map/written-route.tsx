import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import type { Route } from '../../domain/walk/route.ts';
import { describeRoute } from '../../domain/walk/steps.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useVisit } from '../visit/visit.tsx';
import { wordRoute } from '../walk/route-words.ts';

interface WrittenRouteProps {
  readonly plan: FloorPlan;
  /** From this kiosk. */
  readonly route: Route;
}

/** The way in words, for those who cannot or will not read a map. */
export function WrittenRoute({ plan, route }: WrittenRouteProps) {
  const { t } = useTranslation();
  const { companiesAt, placeById } = useCatalogue();
  const { language } = useVisit();
  const { place } = useKiosk().greeting.kiosk;
  const facing = place === null ? null : (placeById.get(place)?.properties.facing ?? null);
  const sentences = useMemo(() => {
    const steps = describeRoute({ plan, route, facing });
    return wordRoute({ steps, plan, companiesAt, language, t });
  }, [plan, route, facing, companiesAt, language, t]);
  return (
    <ol className="written-route">
      {sentences.map((sentence, index) => (
        <li key={index}>{sentence}</li>
      ))}
    </ol>
  );
}
