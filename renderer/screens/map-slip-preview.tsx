import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { MapSlip } from '../documents/map-slip.tsx';
import { SheetPreview } from '../documents/sheet.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useFloorNames } from '../map/floor-names.ts';
import { useRoute, walkingMinutes } from '../map/use-route.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useEventDate, useEventTime } from '../visit/clock.tsx';
import type { PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';

export interface Slip {
  readonly place: Place;
  readonly title: string;
  readonly jobId: string | null;
  readonly isReprint: boolean;
}

interface MapSlipPreviewProps extends Slip {
  readonly target: Pick<PrintTarget, 'media' | 'origin'>;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The slip with the way from this kiosk to one place. */
export function MapSlipPreview({ place, title, jobId, isReprint, target, ref }: MapSlipPreviewProps) {
  const { t } = useTranslation();
  const { floorPlan, jobById } = useCatalogue();
  const { kiosk } = useKiosk().greeting;
  const { media, origin } = target;
  const { language } = useVisit();
  const { time } = useEventTime();
  const date = useEventDate();
  const { isStepFree } = useShortlist();
  const route = useRoute(place.properties.id, { stepFree: isStepFree });
  const floorNames = useFloorNames();
  const job = jobId === null ? undefined : jobById.get(jobId);
  if (!floorPlan) return null;
  return (
    <div className="map-slip-preview">
      <SheetPreview media={media} {...(ref ? { ref } : {})}>
        <MapSlip
          media={media}
          language={language}
          title={t('map.slipTitle')}
          from={t('map.from', { kiosk: kiosk.id, time })}
          walkingTime={route ? t('paper.minutes', { count: walkingMinutes(route.seconds) }) : null}
          origin={origin}
          date={date}
          plan={floorPlan}
          routes={route ? [route] : []}
          floorNames={floorNames}
          stops={[
            {
              placeId: place.properties.id,
              label: place.properties.label ?? null,
              name: title,
              ...(job ? { jobTitle: localise(job.title, language).text } : {}),
            },
          ]}
          youAreHere={kiosk.place === null ? null : { placeId: kiosk.place, label: t('map.youAreHere') }}
          reprint={isReprint ? t('paper.reprint') : null}
        />
      </SheetPreview>
    </div>
  );
}
