import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useWalkNetwork } from '../map/use-route.ts';
import { emptyQuery } from '../search/query.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useVisit } from '../visit/visit.tsx';
import { findWantedSkill } from './find-wanted-skill.ts';
import './find-suggestions.css';

/** Under the search of the home screen: what others ask here, each a tap that answers it. */
export function FindSuggestions() {
  const { t } = useTranslation();
  const { jobs, sessions } = useCatalogue();
  const { go, setJobQuery } = useVisit();
  const skill = useMemo(() => findWantedSkill(jobs), [jobs]);
  const findToilet = useNearestToilet();
  return (
    <div className="find-suggestions">
      {skill === null ? null : (
        <Button
          className="chip"
          onPress={() => {
            setJobQuery({ ...emptyQuery, text: skill });
            go({ name: 'jobs' });
          }}
        >
          {t('find.suggestion.whoHires', { skill })}
        </Button>
      )}
      {sessions.length === 0 ? null : (
        <Button
          className="chip"
          onPress={() => {
            go({ name: 'agenda' });
          }}
        >
          {t('find.suggestion.now')}
        </Button>
      )}
      {findToilet === null ? null : (
        <Button
          className="chip"
          onPress={() => {
            go({ name: 'map', place: findToilet(), job: null });
          }}
        >
          {t('find.suggestion.toilet')}
        </Button>
      )}
    </div>
  );
}

/** Id of the toilet that takes the least time from here; asked when it is wanted. Null where the plan has no toilet. */
function useNearestToilet(): (() => string | null) | null {
  const { floorPlan } = useCatalogue();
  const from = useKiosk().greeting.kiosk.place;
  const network = useWalkNetwork();
  const { isStepFree } = useShortlist();
  const toilets = (floorPlan?.features ?? []).filter(({ properties }) => properties.kind === 'toilet');
  if (toilets.length === 0) return null;
  return () => {
    const ways = toilets.map(({ properties: { id } }) => {
      const route = from === null ? null : network?.findRoute({ from, to: id, stepFree: isStepFree });
      return { id, seconds: route?.ok ? route.value.seconds : Infinity };
    });
    return ways.toSorted((one, other) => one.seconds - other.seconds)[0]?.id ?? null;
  };
}
