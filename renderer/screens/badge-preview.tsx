import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { toSingleLine } from '../../domain/text.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Badge } from '../documents/badge.tsx';
import { SheetPreview } from '../documents/sheet.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useEventDate } from '../visit/clock.tsx';
import type { Draft } from '../visit/draft.ts';
import { useVisit } from '../visit/visit.tsx';
import './badge-preview.css';

interface BadgePreviewProps {
  readonly draft: Draft;
  /** The screen is about it: screen readers get it too. */
  readonly isContent?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Stands in the QR until there is a registration; no claim code has all its symbols alike but zeros, and zeros are never given out. */
const placeholderCode = '0000-0000';

/** The badge as it will be printed, growing while the visitor types. */
export function BadgePreview({ draft, isContent = false, ref }: BadgePreviewProps) {
  const { t, i18n } = useTranslation();
  const { event } = useCatalogue();
  const { greeting } = useKiosk();
  const { language } = useVisit();
  const date = useEventDate();
  const visitorType = draft.status === null ? ('paper.visitor' as const) : (`paper.status.${draft.status}` as const);
  const name = { own: toSingleLine(draft.own), latin: toSingleLine(draft.latin) };
  const isEmpty = name.own === '' && name.latin === '';
  return (
    <div className="badge-preview" aria-hidden={!isContent}>
      <SheetPreview media={greeting.media} {...(ref ? { ref } : {})}>
        <Badge
          media={greeting.media}
          language={language}
          eventName={localise(event.name, language).text}
          eventTagline={event.tagline ? localise(event.tagline, language).text : null}
          date={date}
          name={isEmpty ? { own: '', latin: '…' } : name}
          field={toSingleLine(draft.field)}
          claimCode={draft.record?.claimCode ?? placeholderCode}
          claimCaption={t('paper.lost')}
          stripe={[t(visitorType), i18n.t(visitorType, { lng: 'en' })]}
          reprint={draft.isBadgeOut ? t('paper.reprint') : null}
        />
      </SheetPreview>
    </div>
  );
}
