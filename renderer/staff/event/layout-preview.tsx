import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BadgeLayout } from '../../../domain/badge-layout.ts';
import type { EventDetails } from '../../../domain/event.ts';
import { standardMedia, type MediaName } from '../../../domain/print-job.ts';
import { visitorStatuses, type VisitorStatus } from '../../../domain/visitor-status.ts';
import { Badge } from '../../documents/badge.tsx';
import { describeBadge } from '../../documents/describe-badge.ts';
import { whenLaidOut } from '../../documents/lay-out.ts';
import { SheetPreview } from '../../documents/sheet.tsx';
import { formatEventDate, useNow } from '../../visit/clock.tsx';
import { Notice } from '../controls/notice.tsx';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { useStaffWorld } from '../staff-world.tsx';

/** Nobody's; the longest is as long as the registration takes. */
const samples = {
  usual: { own: '陳大文', latin: 'Chan Tai Man' },
  long: { own: 'Maria-Magdalena von Hohenzollern-Sigmaringen', latin: '' },
  longest: { own: 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of Llanfairpwllgwyngyllgoge', latin: '' },
} as const;
type Sample = keyof typeof samples;
const sampleNames = Object.keys(samples) as Sample[];

/** What kiosks print badges on. */
const papers = ['72mm', '48mm', '104mm', '62mm', '62x100mm', '100x150mm', 'A6'] as const satisfies readonly MediaName[];
type Paper = (typeof papers)[number];

interface LayoutPreviewProps {
  readonly event: EventDetails;
  readonly layout: BadgeLayout;
}

/** The badge at its true dots while it is changed, for a name of any length on any paper, and whether it can hold one. */
export function LayoutPreview({ event, layout }: LayoutPreviewProps) {
  const { t } = useTranslation();
  const [paper, setPaper] = useState<Paper>('72mm');
  const [sample, setSample] = useState<Sample>('usual');
  const [status, setStatus] = useState<VisitorStatus>('student');
  return (
    <section className="layout-preview" aria-label={t('staffEvent.badge.preview')}>
      <h2>{t('staffEvent.badge.preview')}</h2>
      <SampleBadge {...{ event, layout, paper, sample, status }} />
      <HoldsNotice {...{ event, layout, paper }} />
      <StaffChoice
        label={t('staffEvent.badge.sample')}
        value={sample}
        onChange={setSample}
        options={sampleNames.map((id) => ({ id, name: t(`staffEvent.badge.samples.${id}`) }))}
      />
      <StaffChoice
        label={t('staffVisitors.visitor.status')}
        value={status}
        onChange={setStatus}
        options={visitorStatuses.map((id) => ({ id, name: t(`paper.status.${id}`) }))}
      />
      <StaffChoice
        label={t('staffEvent.badge.paper')}
        value={paper}
        onChange={setPaper}
        options={papers.map((id) => ({ id, name: id.replace('x', ' × ').replace('mm', ' mm') }))}
      />
    </section>
  );
}

interface SampleBadgeProps extends LayoutPreviewProps {
  readonly paper: Paper;
  readonly sample: Sample;
  readonly status: VisitorStatus;
}

function SampleBadge({ event, layout, paper, sample, status }: SampleBadgeProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  const now = useNow();
  const media = standardMedia[paper];
  const badge = describeBadge(
    {
      ...{ media, language, status },
      event: { ...event, badge: layout },
      date: formatEventDate(event, { language, now }),
      name: samples[sample],
      field: 'Electronic engineering',
      claimCode: '0000-0000',
      isReprint: false,
    },
    t,
  );
  return (
    <div className="layout-sheet" aria-hidden="true">
      <SheetPreview media={media}>
        <Badge {...badge} />
      </SheetPreview>
    </div>
  );
}

/** Lays the longest name out beside the screen and looks whether it can be read. */
function HoldsNotice({ event, layout, paper }: Omit<SampleBadgeProps, 'sample' | 'status'>) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  const sheet = useRef<HTMLDivElement>(null);
  const [holds, setHolds] = useState<boolean | null>(null);
  const content = JSON.stringify([event, layout, paper, language]);
  useEffect(() => {
    let isWanted = true;
    const badge = sheet.current?.querySelector<HTMLElement>('.badge');
    if (badge) {
      void whenLaidOut(badge).then(() => {
        if (isWanted) setHolds(badge.dataset['holds'] === 'yes');
      });
    }
    return () => {
      isWanted = false;
    };
  }, [content]);
  return (
    <>
      <div className="layout-measured" aria-hidden="true" ref={sheet}>
        <SampleBadge {...{ event, layout, paper }} sample="longest" status="experienced" />
      </div>
      {holds === null ? null : (
        <Notice kind={holds ? 'good' : 'bad'}>
          {t(holds ? 'staffEvent.badge.holds' : 'staffEvent.badge.holdsNot')}
        </Notice>
      )}
    </>
  );
}
