import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Media } from '../../../domain/print-job.ts';
import { Badge } from '../../documents/badge.tsx';
import { describeBadge } from '../../documents/describe-badge.ts';
import { SheetPreview } from '../../documents/sheet.tsx';
import { formatEventDate, useNow } from '../../visit/clock.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import type { BadgeSubject } from './badge-subject.ts';

interface VisitorBadgeProps {
  readonly subject: BadgeSubject;
  readonly media: Media;
  readonly isReprint: boolean;
  /** Gets the sheet at its true dots. */
  readonly ref?: Ref<HTMLDivElement>;
}

/** In the QR until there is a code; zeros are never given out. */
const placeholderCode = '0000-0000';

/** A visitor's badge as the printer would burn it: in the visitor's language, whatever staff read. */
export function VisitorBadge({ subject, media, isReprint, ref }: VisitorBadgeProps) {
  const { t } = useTranslation();
  const { event } = useStaffWorld();
  const now = useNow();
  if (!event) return null;
  const { language, name, field, status } = subject;
  const date = formatEventDate(event, { language, now });
  const claimCode = subject.claimCode ?? placeholderCode;
  const badge = describeBadge({ media, event, language, date, name, field, status, claimCode, isReprint }, t);
  return (
    <div className="visitor-badge" aria-hidden="true">
      <SheetPreview media={media} {...(ref ? { ref } : {})}>
        <Badge {...badge} />
      </SheetPreview>
    </div>
  );
}
