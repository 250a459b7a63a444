import { useCallback, useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Language } from '../domain/localised.ts';
import type { Greeting } from '../electron/bridge/greet.ts';
import type { BridgeClient } from './bridge.ts';
import { CatalogueProvider, useCatalogue } from './catalogue/catalogue.tsx';
import type { Database } from './catalogue/database.ts';
import { pullCatalogue, pullRecords } from './catalogue/pull-catalogue.ts';
import { prepareRasteriser } from './documents/rasterise.ts';
import { KioskContext, useKiosk } from './kiosk.tsx';
import { AppearanceProvider } from './look/appearance.tsx';
import { Attract } from './screens/attract.tsx';
import { NotReady } from './screens/not-ready.tsx';
import type { JobSearch } from './search/job-search.ts';
import { CrashGuard } from './visit/crash-guard.tsx';
import { VisitScreens } from './visit/visit-screens.tsx';
import { VisitProvider } from './visit/visit.tsx';
import { createWords } from './words/words.ts';

interface AppProps {
  readonly bridge: BridgeClient;
  readonly database: Database;
  readonly search: JobSearch;
}

const retryAfterMilliseconds = 3000;

/** Greets the host, fills the cache, and then lives from the cache. */
export function App({ bridge, database, search }: AppProps) {
  const words = useMemo(() => createWords('en'), []);
  const [greeting, setGreeting] = useState<Greeting | null>(null);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    const start = async () => {
      try {
        const answer = await bridge.greet({});
        setGreeting(answer);
        await pullCatalogue(bridge, database);
        await pullRecords(bridge, database);
        setHasFailed(false);
      } catch {
        setHasFailed(true);
        retry = setTimeout(() => void start(), retryAfterMilliseconds);
      }
    };
    void start();
    return () => {
      clearTimeout(retry);
    };
  }, [bridge, database]);

  const notReady = <NotReady hasFailed={hasFailed} />;
  return (
    <I18nextProvider i18n={words}>
      {greeting ? (
        <KioskContext value={{ greeting, bridge, database, search }}>
          <CatalogueProvider database={database} empty={notReady}>
            <Visits onSpeak={(language) => void words.changeLanguage(language)} />
          </CatalogueProvider>
        </KioskContext>
      ) : (
        notReady
      )}
    </I18nextProvider>
  );
}

/** One visitor after the other. Each visit is a tree of its own, and leaving it unmounts all that was entered. */
function Visits({ onSpeak }: { readonly onSpeak: (language: Language) => void }) {
  const { event, jobs, companies } = useCatalogue();
  const { bridge, search } = useKiosk();
  const [visitNumber, setVisitNumber] = useState(0);
  const [isAttracting, setIsAttracting] = useState(true);
  const first = event.languages[0] ?? 'en';
  const [language, setLanguage] = useState<Language>(first);

  const speak = useCallback(
    (spoken: Language) => {
      document.documentElement.lang = spoken;
      onSpeak(spoken);
      setLanguage(spoken);
    },
    [onSpeak],
  );
  const end = useCallback(() => {
    window.getSelection()?.removeAllRanges();
    setVisitNumber((number) => number + 1);
    setIsAttracting(true);
    speak(first);
    void bridge.endVisit({});
  }, [bridge, first, speak]);

  useEffect(() => {
    search.load(jobs, companies);
  }, [search, jobs, companies]);
  useEffect(() => {
    void prepareRasteriser();
  }, [visitNumber]);

  return (
    <AppearanceProvider key={visitNumber} accent={event.theme.accent}>
      <CrashGuard onCrash={end}>
        {isAttracting ? (
          <Attract
            onStart={() => {
              setIsAttracting(false);
            }}
          />
        ) : (
          <VisitProvider language={language} onSpeak={speak} onEnd={end}>
            <VisitScreens />
          </VisitProvider>
        )}
      </CrashGuard>
    </AppearanceProvider>
  );
}
