import { useTranslation } from 'react-i18next';
import './not-ready.css';

/** Before the catalogue is there, and when the host cannot be reached. */
export function NotReady({ hasFailed }: { readonly hasFailed: boolean }) {
  const { i18n } = useTranslation();
  return (
    <main className="not-ready">
      {(['en', 'zh-Hant', 'zh-Hans'] as const).map((lng) => (
        <section key={lng} lang={lng}>
          <h1 className="title">{i18n.t(hasFailed ? 'start.failed' : 'start.waiting', { lng })}</h1>
          {hasFailed ? <p>{i18n.t('start.failedNote', { lng })}</p> : null}
        </section>
      ))}
    </main>
  );
}
