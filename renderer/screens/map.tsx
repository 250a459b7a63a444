import { Printer, X } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { useKiosk } from '../kiosk.tsx';
import { HallMap } from '../map/hall-map.tsx';
import { usePlaceName } from '../map/place-name.ts';
import { PlaceSheet } from '../map/place-sheet.tsx';
import { useRoute, walkingMinutes } from '../map/use-route.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { Step } from '../visit/step.tsx';
import { usePrintJob, type PrintState } from '../visit/use-print-job.ts';
import { usePrintTarget, type PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';
import { MapSlipPreview, type Slip } from './map-slip-preview.tsx';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import { SheetToPrint } from './sheet-to-print.tsx';
import './map.css';

const nothing: readonly string[] = [];

interface MapScreenProps {
  readonly placeId: string | null;
  /** The job that led here; its title goes on the slip. */
  readonly jobId: string | null;
  /** Ids of places that stand out, such as those that a search found. */
  readonly found?: readonly string[] | undefined;
}

/** The hall, and the way from here to a place when one is chosen. */
export function MapScreen({ placeId, jobId, found = nothing }: MapScreenProps) {
  const { t } = useTranslation();
  const { floorPlan, placeById } = useCatalogue();
  const { greeting } = useKiosk();
  const { replace, go } = useVisit();
  const { isStepFree } = useShortlist();
  const nameOf = usePlaceName();
  // Kept here, so that the map stays where the visitor has moved it; told to the visit before another screen comes.
  const [chosen, setChosen] = useState({ place: placeId, job: jobId });
  const [isFoundShown, setIsFoundShown] = useState(true);
  const highlighted = useMemo(() => new Set(isFoundShown ? found : []), [found, isFoundShown]);
  const place = chosen.place === null ? undefined : placeById.get(chosen.place);
  const route = useRoute(chosen.place, { stepFree: isStepFree });
  const routes = useMemo(() => (route ? [route] : []), [route]);
  if (!floorPlan) return <Step question={t('map.title')}>{null}</Step>;

  const plan = (
    <div className="map-plan">
      {highlighted.size > 0 ? (
        <Button
          className="map-found"
          icon={<X />}
          onPress={() => {
            setIsFoundShown(false);
          }}
        >
          {t('hall.found', { count: highlighted.size })}
        </Button>
      ) : null}
      <HallMap
        plan={floorPlan}
        here={greeting.kiosk.place}
        shown={chosen.place}
        routes={routes}
        highlighted={highlighted}
        onChoose={({ properties }) => {
          setChosen({ place: properties.id, job: null });
        }}
      />
    </div>
  );
  const way = route
    ? t('map.walk', { count: walkingMinutes(route.seconds), metres: Math.round(route.metres) })
    : t(isStepFree ? 'hall.noStepFree' : 'map.noRoute');
  const slip = place ? { place, title: nameOf(place), jobId: chosen.job } : null;
  return (
    <PrintableMap slip={slip}>
      {(print) =>
        slip ? (
          <Step
            question={slip.title}
            hint={[slip.place.properties.label, way].filter((part) => part !== undefined).join(' · ')}
            aside={
              <PlaceSheet
                plan={floorPlan}
                place={slip.place}
                route={route}
                onCompany={(company) => {
                  replace({ name: 'map', place: slip.place.properties.id, job: chosen.job, found });
                  go({ name: 'company', company });
                }}
              />
            }
            primary={
              <Button kind="primary" icon={<Printer />} onPress={print}>
                {t('map.print')}
              </Button>
            }
          >
            {plan}
          </Step>
        ) : (
          <Step question={t('map.title')} hint={t('map.choose')}>
            {plan}
          </Step>
        )
      }
    </PrintableMap>
  );
}

interface PrintableMapProps {
  /** What would be printed; null before a place is chosen. The map stays the same one before and after. */
  readonly slip: Omit<Slip, 'isReprint'> | null;
  readonly children: (print: () => void) => ReactNode;
}

/** The map on the screen, with its slip laid out beside it, ready to print. */
function PrintableMap({ slip, children }: PrintableMapProps) {
  const { language } = useVisit();
  const { isStepFree } = useShortlist();
  const place = slip?.place.properties.id ?? null;
  const [placeOut, setPlaceOut] = useState<string | null>(null);
  const isReprint = place !== null && placeOut === place;
  const target = usePrintTarget('map');
  const { state, sheet, print, confirm } = usePrintJob({
    document: 'map',
    target,
    content: JSON.stringify([place, language, isStepFree, isReprint]),
    isReprint,
    onOut: () => {
      setPlaceOut(place);
    },
  });
  return (
    <>
      <MapPhase slip={slip && { ...slip, isReprint }} target={target} state={state} onPrint={print} onConfirm={confirm}>
        {children(print)}
      </MapPhase>
      {slip ? (
        <SheetToPrint>
          <MapSlipPreview {...slip} isReprint={isReprint} target={target} ref={sheet} />
        </SheetToPrint>
      ) : null}
    </>
  );
}

interface MapPhaseProps {
  readonly slip: Slip | null;
  readonly target: PrintTarget;
  readonly state: PrintState;
  readonly onPrint: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

function MapPhase({ slip, target, state, onPrint, onConfirm, children }: MapPhaseProps) {
  const { end } = useVisit();
  if (!slip) return children;
  switch (state.phase) {
    case 'preview':
      return children;
    case 'printing':
      return (
        <Printing document="map" target={target} isWaiting={state.isWaiting}>
          <MapSlipPreview {...slip} target={target} />
        </Printing>
      );
    case 'printed':
    case 'unknown':
    case 'failed':
      return <Printed document="map" claimCode={null} onFinish={end} {...{ state, target, onPrint, onConfirm }} />;
  }
}
