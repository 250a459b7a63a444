import { useEffect, useMemo, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Greeting } from '../electron/bridge/greet.ts';
import type { SetUpGreeting } from '../electron/set-up/set-up-state.ts';
import type { BridgeClient } from './bridge.ts';
import { CatalogueProvider } from './catalogue/catalogue.tsx';
import type { Database } from './catalogue/database.ts';
import { keepCache } from './catalogue/keep-cache.ts';
import type { CacheMaker } from './catalogue/open-cache.ts';
import { KioskContext } from './kiosk.tsx';
import { NotReady } from './screens/not-ready.tsx';
import type { CatalogueSearch } from './search/catalogue-search.ts';
import { SetUpApp } from './set-up/set-up-app.tsx';
import { Visits } from './visit/visits.tsx';
import { createWords } from './words/words.ts';

interface AppProps {
  readonly bridge: BridgeClient;
  readonly caches: CacheMaker;
  readonly search: CatalogueSearch;
}

const retryAfterMilliseconds = 3000;

/** Greets the host, fills the cache, and then lives from the cache. */
export function App({ bridge, caches, search }: AppProps) {
  const words = useMemo(() => createWords('en'), []);
  const { greeted, setGreeted, hasFailed: isUngreeted } = useGreeting(bridge);
  const greeting = greeted !== null && !('setUp' in greeted) ? greeted : null;
  const { database, news, hasFailed } = useCache({ bridge, caches, isKiosk: greeting !== null });
  const kiosk = useMemo(
    () => (greeting && database ? { greeting, bridge, database, search, news } : null),
    [greeting, bridge, database, search, news],
  );

  const notReady = <NotReady hasFailed={hasFailed || isUngreeted} />;
  return (
    <I18nextProvider i18n={words}>
      {greeted !== null && 'setUp' in greeted ? (
        <SetUpApp bridge={bridge} greeting={greeted} onReady={setGreeted} />
      ) : kiosk ? (
        <KioskContext value={kiosk}>
          <CatalogueProvider database={kiosk.database} empty={notReady}>
            <Visits onSpeak={(language) => void words.changeLanguage(language)} />
          </CatalogueProvider>
        </KioskContext>
      ) : (
        notReady
      )}
    </I18nextProvider>
  );
}

/** What the host says of this kiosk; asked for until it answers. */
function useGreeting(bridge: BridgeClient) {
  const [greeted, setGreeted] = useState<Greeting | SetUpGreeting | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const greet = async () => {
      while (!stop.signal.aborted) {
        const answer = await bridge.greet({}).catch(() => null);
        setHasFailed(answer === null);
        setGreeted(answer);
        if (answer) return;
        await pause(retryAfterMilliseconds);
      }
    };
    void greet();
    return () => {
      stop.abort();
    };
  }, [bridge]);
  return { greeted, setGreeted, hasFailed };
}

interface CacheParts {
  readonly bridge: BridgeClient;
  readonly caches: CacheMaker;
  /** A machine that is not set up yet has nothing to keep. */
  readonly isKiosk: boolean;
}

function useCache({ bridge, caches, isKiosk }: CacheParts) {
  const [database, setDatabase] = useState<Database | null>(null);
  const [news, setNews] = useState(0);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!isKiosk) return undefined;
    const stop = new AbortController();
    void keepCache({
      bridge,
      caches,
      signal: stop.signal,
      pause,
      onDatabase: setDatabase,
      onFresh: () => {
        setHasFailed(false);
        setNews((number) => number + 1);
      },
      onTrouble: () => {
        setHasFailed(true);
      },
    });
    return () => {
      stop.abort();
    };
  }, [bridge, caches, isKiosk]);
  return { database, news, hasFailed };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
