import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import { describeTestSheet } from '../../documents/describe-test-sheet.ts';
import { rasterise } from '../../documents/rasterise.ts';
import { SheetPreview } from '../../documents/sheet.tsx';
import { TestSheet } from '../../documents/test-sheet.tsx';
import { Notice } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import type { OrderEnd } from './carry-order.ts';
import { sendSheet } from './send-sheet.ts';
import { SheetEnd } from './sheet-end.tsx';
import type { PlacedPrinter } from './use-printers.ts';

interface TestSheetErrandProps {
  readonly placed: PlacedPrinter;
  readonly onEnd: () => void;
}

type Stage = 'preparing' | 'sent' | 'printing' | 'no-raster' | OrderEnd;

/** Shows the test sheet of a printer at its true dots, sends it once, and tells how it ended. */
export function TestSheetErrand({ placed, onEnd }: TestSheetErrandProps) {
  const { t } = useTranslation();
  const { client, language } = useStaffWorld();
  const sheet = useRef<HTMLDivElement>(null);
  const isSent = useRef(false);
  const [stage, setStage] = useState<Stage>('preparing');
  // The sheet as it was asked for: a report that comes meanwhile does not change what is printed.
  const [{ printer, media }] = useState({ printer: placed.printer, media: placed.printer.media });
  const [time] = useState(() => new Date());

  const send = useEffectEvent(async () => {
    if (sheet.current === null || isSent.current) return;
    isSent.current = true;
    const raster = await rasterise(sheet.current, media);
    if (!raster.ok) {
      setStage('no-raster');
      return;
    }
    setStage('sent');
    const end = await sendSheet({
      ...{ client, to: placed, document: 'test', copy: 'first', raster: raster.value },
      onFetched: () => {
        setStage('printing');
      },
    });
    setStage(end);
  });
  useEffect(() => {
    void send();
  }, []);

  const name = printer.name ? localise(printer.name, language).text : printer.id;
  const from = t('staffMachines.printers.testFrom', {
    kiosk: placed.kiosk,
    time: new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time),
  });
  const described = describeTestSheet(
    { media, language, printer: { id: printer.id, name, model: printer.model }, from },
    t,
  );
  return (
    <div className="printer-task">
      {stage === 'preparing' || stage === 'sent' || stage === 'printing' ? (
        <Notice kind="plain">{t(`staffVisitors.reprint.${stage}`)}</Notice>
      ) : stage === 'no-raster' ? (
        <Notice kind="bad">{t('staffVisitors.reprint.raster')}</Notice>
      ) : (
        <SheetEnd end={stage} />
      )}
      <div className="visitor-badge" aria-hidden="true">
        <SheetPreview media={media} ref={sheet}>
          <TestSheet {...described} />
        </SheetPreview>
      </div>
      <div className="staff-actions">
        <StaffButton kind="quiet" onPress={onEnd}>
          {t('staff.close')}
        </StaffButton>
      </div>
    </div>
  );
}
