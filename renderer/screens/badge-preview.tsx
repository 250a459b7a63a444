import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Badge } from '../documents/badge.tsx';
import { describeBadge } from '../documents/describe-badge.ts';
import { SheetPreview } from '../documents/sheet.tsx';
import { useKiosk } from '../kiosk.tsx';
import { useEventDate } from '../visit/clock.tsx';
import type { Draft } from '../visit/draft.ts';
import type { PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';
import './badge-preview.css';

interface BadgePreviewProps {
  readonly draft: Draft;
  /** The screen is about it: screen readers get it too. */
  readonly isContent?: boolean;
  readonly ref?: Ref<HTMLDivElement>;
  /** Once a printer is chosen for it; before, it looks as on the kiosk's own. */
  readonly target?: Pick<PrintTarget, 'media' | 'origin'>;
}

/** Stands in the QR until there is a registration; no claim code has all its symbols alike but zeros, and zeros are never given out. */
const placeholderCode = '0000-0000';

/** The badge as it will be printed, growing while the visitor types. */
export function BadgePreview({ draft, isContent = false, ref, target }: BadgePreviewProps) {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { greeting } = useKiosk();
  const media = target?.media ?? greeting.media;
  const { language } = useVisit();
  const date = useEventDate();
  const isEmpty = draft.own.trim() === '' && draft.latin.trim() === '';
  const badge = describeBadge(
    {
      media,
      event,
      language,
      date,
      name: isEmpty ? { own: '', latin: '…' } : { own: draft.own, latin: draft.latin },
      field: draft.field,
      status: draft.status,
      claimCode: draft.record?.claimCode ?? placeholderCode,
      isReprint: draft.isBadgeOut,
      origin: target?.origin ?? null,
    },
    t,
  );
  return (
    <div className="badge-preview" aria-hidden={!isContent}>
      <SheetPreview media={media} {...(ref ? { ref } : {})}>
        <Badge {...badge} />
      </SheetPreview>
    </div>
  );
}
