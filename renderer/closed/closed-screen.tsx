import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useScanner } from '../scan/use-scanner.ts';
import { useStaffBadge } from '../staff-entry/use-staff-entry.ts';
import { opensStatus } from '../status/use-status-opener.ts';
import '../resting/next-kiosk.css';

/** In place of the attract loop while the kiosk takes no visitors. Staff get in as everywhere; the status page says why it is closed. */
export function ClosedScreen() {
  const { i18n } = useTranslation();
  const { event } = useCatalogue();
  useScanner(useStaffBadge());
  return (
    <main className="next-kiosk">
      <p className="next-kiosk-event" {...opensStatus}>
        {localise(event.name, 'en').text}
      </p>
      <div className="next-kiosk-words">
        {event.languages.map((lng) => (
          <section key={lng} lang={lng}>
            <h1>{i18n.t('closed.title', { lng })}</h1>
            <p>{i18n.t('closed.note', { lng })}</p>
          </section>
        ))}
      </div>
      <svg className="next-kiosk-line" viewBox="0 0 1080 240" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
        <path d="M64 60 H420 L540 180 H4000" />
        <circle cx="64" cy="60" r="20" />
      </svg>
    </main>
  );
}
