import { Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { useKiosk } from '../kiosk.tsx';
import { Plan } from '../map/plan.tsx';
import { useRoute, walkingMinutes } from '../map/use-route.ts';
import { Step } from '../visit/step.tsx';
import { usePrintJob, type PrintState } from '../visit/use-print-job.ts';
import { useVisit } from '../visit/visit.tsx';
import { MapSlipPreview, type Slip } from './map-slip-preview.tsx';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import { SheetToPrint } from './sheet-to-print.tsx';
import './map.css';

interface MapScreenProps {
  readonly placeId: string | null;
  /** The job that led here; its title goes on the slip. */
  readonly jobId: string | null;
}

/** The hall, and the way from here to a place when one is chosen. */
export function MapScreen({ placeId, jobId }: MapScreenProps) {
  const { t } = useTranslation();
  const { floorPlan, placeById, companiesAt } = useCatalogue();
  const { greeting } = useKiosk();
  const { language, replace, go } = useVisit();
  const place = placeId === null ? undefined : placeById.get(placeId);
  const company = place?.properties.label === undefined ? undefined : companiesAt.get(place.properties.label)?.[0];
  const route = useRoute(placeId);
  if (!floorPlan) return <Step question={t('map.title')}>{null}</Step>;

  const choose = (chosen: Place) => {
    replace({ name: 'map', place: chosen.properties.id, job: null });
  };
  const plan = (
    <div className="map-plan">
      <Plan
        plan={floorPlan}
        here={greeting.kiosk.place}
        shown={placeId}
        route={route?.legs[0]?.positions ?? null}
        onChoose={choose}
      />
    </div>
  );
  if (!place) {
    return (
      <Step question={t('map.title')} hint={t('map.choose')}>
        {plan}
      </Step>
    );
  }
  const name = company?.name ?? place.properties.name;
  const title = name ? localise(name, language).text : (place.properties.label ?? '');
  return (
    <PrintableMap place={place} title={title} jobId={jobId}>
      {(print) => (
        <Step
          question={title}
          hint={[
            place.properties.label,
            route
              ? t('map.walk', { count: walkingMinutes(route.seconds), metres: Math.round(route.metres) })
              : t('map.noRoute'),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
          primary={
            <Button kind="primary" icon={<Printer />} onPress={print}>
              {t('map.print')}
            </Button>
          }
        >
          {plan}
          {company ? (
            <div className="map-company">
              <Button
                onPress={() => {
                  go({ name: 'company', company: company.id });
                }}
              >
                {t('map.jobsHere')}
              </Button>
            </div>
          ) : null}
        </Step>
      )}
    </PrintableMap>
  );
}

interface PrintableMapProps {
  readonly place: Place;
  readonly title: string;
  readonly jobId: string | null;
  readonly children: (print: () => void) => ReactNode;
}

/** The map on the screen, with its slip laid out beside it, ready to print. */
function PrintableMap({ place, title, jobId, children }: PrintableMapProps) {
  const { language } = useVisit();
  const [isOut, setIsOut] = useState(false);
  const { state, sheet, print, confirm } = usePrintJob({
    document: 'map',
    content: JSON.stringify([place.properties.id, language, isOut]),
    isReprint: isOut,
    onOut: () => {
      setIsOut(true);
    },
  });
  const slip = { place, title, jobId, isReprint: isOut };
  return (
    <>
      <MapPhase slip={slip} state={state} onPrint={print} onConfirm={confirm}>
        {children(print)}
      </MapPhase>
      <SheetToPrint>
        <MapSlipPreview {...slip} ref={sheet} />
      </SheetToPrint>
    </>
  );
}

interface MapPhaseProps {
  readonly slip: Slip;
  readonly state: PrintState;
  readonly onPrint: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

function MapPhase({ slip, state, onPrint, onConfirm, children }: MapPhaseProps) {
  const { end } = useVisit();
  switch (state.phase) {
    case 'preview':
      return children;
    case 'printing':
      return (
        <Printing document="map">
          <MapSlipPreview {...slip} />
        </Printing>
      );
    case 'printed':
    case 'unknown':
    case 'failed':
      return <Printed document="map" claimCode={null} onFinish={end} {...{ state, onPrint, onConfirm }} />;
  }
}
