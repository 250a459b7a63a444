import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { AnnouncementBoard } from '../announcements/announcement-board.tsx';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Trace } from '../look/trace.tsx';
import { useVisit } from '../visit/visit.tsx';
import './language.css';

const ownNames = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const;

export function LanguageScreen() {
  const { i18n } = useTranslation();
  const { event } = useCatalogue();
  const { speak, goHome } = useVisit();
  return (
    <div className="announcement-stand">
      <AnnouncementBoard />
      <main className="language">
        <svg className="language-trace" viewBox="0 0 1080 300" preserveAspectRatio="xMinYMax meet" aria-hidden="true">
          <Trace kind="quiet" path="M0 60 H420 L480 120 H760" end={[774, 120]} />
          <Trace kind="lead" path="M0 150 H160 L220 210 V256" end={[220, 276]} />
        </svg>
        <h1 className="language-question">
          {event.languages.map((lng) => (
            <span key={lng} lang={lng}>
              {i18n.t('language.question', { lng })}
            </span>
          ))}
        </h1>
        <div className="language-choices">
          {event.languages.map((id) => (
            <Button
              key={id}
              lang={id}
              className="tile language-choice"
              onPress={() => {
                speak(id);
                goHome();
              }}
            >
              {ownNames[id]}
            </Button>
          ))}
        </div>
      </main>
    </div>
  );
}
