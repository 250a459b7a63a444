import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffButton } from './staff-button.tsx';

interface StaffHeadingProps {
  readonly onBack?: () => void;
  /** Beside it, such as a count. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The heading of a page. It takes the focus when the page appears, so that keys and screen readers begin there. */
export function StaffHeading({ onBack, aside, children }: StaffHeadingProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const focused = document.activeElement;
    // A field of the page that asked for it keeps it.
    if (focused === null || focused === document.body || focused.localName !== 'input') {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className="staff-heading">
      {onBack ? (
        <StaffButton kind="quiet" icon={ArrowLeft} onPress={onBack}>
          {t('staff.back')}
        </StaffButton>
      ) : null}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {aside}
    </div>
  );
}
