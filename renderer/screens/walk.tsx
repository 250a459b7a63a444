import { ArrowLeft, Printer, Smartphone } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import type { RouteSlipProps } from '../documents/route-slip.tsx';
import { useKiosk } from '../kiosk.tsx';
import { HallMap } from '../map/hall-map.tsx';
import { hasSteps, StepFreeSwitch } from '../map/step-free-switch.tsx';
import { PhoneDialog } from '../phone/phone-dialog.tsx';
import { usePhoneCodes } from '../phone/use-phone-codes.ts';
import { usePrintJob, type PrintState } from '../visit/use-print-job.ts';
import { usePrintTarget, type PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';
import { RouteSlipPreview } from '../walk/route-slip-preview.tsx';
import { useRouteSlip } from '../walk/use-route-slip.ts';
import { useWalkWords } from '../walk/use-walk-words.ts';
import { useWalk, type Walk } from '../walk/use-walk.ts';
import { WalkList } from '../walk/walk-list.tsx';
import { sliceOfPart, takePart, type WalkPart } from '../walk/walk-part.ts';
import { Printed } from './printed.tsx';
import { Printing } from './printing.tsx';
import { SheetToPrint } from './sheet-to-print.tsx';
import './walk.css';

/** The ordered walk over the shortlist: on the map, in words, for the phone, and on paper. */
export function WalkScreen() {
  const walk = useWalk();
  const [wanted, setWanted] = useState(0);
  const part = takePart(walk.planned, wanted);
  const target = usePrintTarget('route');
  const codes = usePhoneCodes(walk, target.media);
  const [isOut, setIsOut] = useState(false);
  const slip = useRouteSlip({ walk, part, codes, target, isReprint: isOut });
  const { state, sheet, print, confirm } = usePrintJob({
    document: 'route',
    target,
    content: JSON.stringify([slip.stops, slip.sessions, slip.codes, slip.language, slip.walkingTime, slip.reprint]),
    isReprint: isOut,
    onOut: () => {
      setIsOut(true);
    },
  });
  return (
    <>
      <WalkPhase slip={slip} target={target} state={state} onPrint={print} onConfirm={confirm}>
        <WalkPlan walk={walk} part={part} onPart={setWanted}>
          <WalkActions codes={codes} onPrint={print} />
        </WalkPlan>
      </WalkPhase>
      <SheetToPrint>
        <RouteSlipPreview slip={slip} ref={sheet} />
      </SheetToPrint>
    </>
  );
}

interface WalkPlanProps {
  readonly walk: Walk;
  readonly part: WalkPart;
  readonly onPart: (index: number) => void;
  readonly children: ReactNode;
}

function WalkPlan({ walk, part, onPart, children }: WalkPlanProps) {
  const { t } = useTranslation();
  const { floorPlan } = useCatalogue();
  const { greeting } = useKiosk();
  const { go } = useVisit();
  const words = useWalkWords();
  // The same while the walk is the same, so that the map stays where the visitor has moved it.
  const routes = useMemo(() => sliceOfPart(walk.tour?.routes ?? [], part.index), [walk.tour, part.index]);
  const places = useMemo(() => sliceOfPart(walk.tour?.stops ?? [], part.index), [walk.tour, part.index]);
  const hasMap = floorPlan !== null && (part.stops.length > 0 || walk.visited.length > 0);
  return (
    <div className={`walk ${hasMap ? '' : 'walk-without-map'}`}>
      <div className="walk-head">
        <h1 className="title">{words.title(walk)}</h1>
        {hasMap ? null : <p className="step-hint">{t('walk.nothingText')}</p>}
        {hasMap && hasSteps(floorPlan) ? <StepFreeSwitch /> : null}
      </div>
      {hasMap ? (
        <div className="walk-map">
          <HallMap
            plan={floorPlan}
            here={greeting.kiosk.place}
            routes={routes}
            stops={places}
            onChoose={({ properties }) => {
              go({ name: 'map', place: properties.id, job: null });
            }}
          />
        </div>
      ) : null}
      <div className="walk-list scroll">
        <WalkList walk={walk} part={part} onPart={onPart} />
      </div>
      {children}
    </div>
  );
}

interface WalkActionsProps {
  readonly codes: Parameters<typeof PhoneDialog>[0]['codes'];
  readonly onPrint: () => void;
}

/** Three on one line: the way back is a sign. */
function WalkActions({ codes, onPrint }: WalkActionsProps) {
  const { t } = useTranslation();
  const { back } = useVisit();
  const [isPhoneOpen, setIsPhoneOpen] = useState(false);
  return (
    <div className="step-actions walk-actions">
      <Button className="walk-back" icon={<ArrowLeft aria-hidden="true" />} onPress={back}>
        <span className="visually-hidden">{t('footer.back')}</span>
      </Button>
      <Button
        icon={<Smartphone />}
        onPress={() => {
          setIsPhoneOpen(true);
        }}
      >
        {t('walk.toPhone')}
      </Button>
      <Button kind="primary" icon={<Printer />} onPress={onPrint}>
        {t('walk.print')}
      </Button>
      <PhoneDialog
        codes={codes}
        isOpen={isPhoneOpen}
        onClose={() => {
          setIsPhoneOpen(false);
        }}
      />
    </div>
  );
}

interface WalkPhaseProps {
  readonly slip: RouteSlipProps;
  readonly target: PrintTarget;
  readonly state: PrintState;
  readonly onPrint: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}

function WalkPhase({ slip, target, state, onPrint, onConfirm, children }: WalkPhaseProps) {
  const { end } = useVisit();
  switch (state.phase) {
    case 'preview':
      return children;
    case 'printing':
      return (
        <Printing document="route" target={target} isWaiting={state.isWaiting}>
          <RouteSlipPreview slip={slip} />
        </Printing>
      );
    case 'printed':
    case 'unknown':
    case 'failed':
      return <Printed document="route" claimCode={null} onFinish={end} {...{ state, target, onPrint, onConfirm }} />;
  }
}
