import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { KeptCompany } from '../../domain/shortlist/group-by-booth.ts';
import { useSessionWords } from '../agenda/use-session-words.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import type { RouteSlipStop } from '../documents/route-slip-stops.tsx';
import type { RouteSlipProps } from '../documents/route-slip.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useFloorNames } from '../map/floor-names.ts';
import { walkingMinutes } from '../map/use-route.ts';
import type { PhoneCodes } from '../phone/use-phone-codes.ts';
import { useEventDate, useEventTime } from '../visit/clock.tsx';
import type { PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';
import { useRouteSteps } from './use-route-steps.ts';
import { useWalkWords } from './use-walk-words.ts';
import type { PlannedStop, Walk } from './use-walk.ts';
import type { WalkPart } from './walk-part.ts';

/** So many ways in words leave the slip short enough to be held in one hand. */
const mostWrittenWays = 6;
/** Of one company; the phone has them all. */
const mostJobs = 3;

interface RouteSlipTask {
  readonly walk: Walk;
  readonly part: WalkPart;
  readonly codes: PhoneCodes;
  readonly target: Pick<PrintTarget, 'media' | 'origin'>;
  readonly isReprint: boolean;
}

/** The slip of what the walk screen shows. */
export function useRouteSlip({ walk, part, codes, target, isReprint }: RouteSlipTask): RouteSlipProps {
  const { t } = useTranslation();
  const { floorPlan } = useCatalogue();
  const { kiosk } = useKiosk().greeting;
  const { language } = useVisit();
  const { time } = useEventTime();
  const date = useEventDate();
  const floorNames = useFloorNames();
  const words = useWalkWords();
  const tellWay = useRouteSteps();
  const { title, whenAndWhere } = useSessionWords();

  const routes = part.stops.flatMap(({ route }) => route ?? []);
  const seconds = routes.reduce((sum, route) => sum + route.seconds, 0);
  // Chinese sentences stand close.
  const betweenSentences = language === 'en' ? ' ' : '';
  const others = walk.planned.length - part.stops.length;
  const tellJobs = ({ jobs }: KeptCompany) => {
    const titles = jobs.map((job) => localise(job.title, language).text);
    const left = titles.length - mostJobs;
    return left > 0 ? [...titles.slice(0, mostJobs), t('walk.moreJobs', { count: left })] : titles;
  };
  const tellStop = (stop: PlannedStop): RouteSlipStop => ({
    placeId: stop.place,
    label: stop.label,
    companies:
      stop.companies.length > 0
        ? stop.companies.map((company) => ({ name: words.company(company), jobTitles: tellJobs(company) }))
        : [{ name: words.name(stop), jobTitles: words.titles(stop) }],
    note: words.onWay(stop),
    way: stop.route && part.stops.length <= mostWrittenWays ? tellWay(stop.route).join(betweenSentences) : null,
  });
  return {
    media: target.media,
    origin: target.origin,
    language,
    title: t('walk.slipTitle'),
    walkingTime: routes.length > 0 ? t('paper.minutes', { count: walkingMinutes(seconds) }) : null,
    from: t('map.from', { kiosk: kiosk.id, time }),
    date,
    plan: floorPlan,
    routes,
    stops: part.stops.map(tellStop),
    more: others > 0 ? t('walk.more', { count: others }) : null,
    sessions: {
      title: t('walk.sessions'),
      lines: walk.kept.sessions.map((session) => `${whenAndWhere(session)}: ${title(session)}`),
    },
    codes: codes.list.map((text, index) => ({
      text,
      caption:
        codes.list.length === 1
          ? t('walk.phone.caption')
          : t('walk.phone.captionPart', { number: index + 1, all: codes.list.length }),
    })),
    youAreHere: kiosk.place === null ? null : { placeId: kiosk.place, label: t('map.youAreHere') },
    floorNames,
    reprint: isReprint ? t('paper.reprint') : null,
  };
}
