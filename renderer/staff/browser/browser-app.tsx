import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { prepareRasteriser } from '../../documents/rasterise.ts';
import { AppearanceProvider } from '../../look/appearance.tsx';
import { StaffApp } from '../staff-app.tsx';
import type { SignedIn, StaffEnd } from '../staff-client.ts';
import { useLanguage } from '../use-staff-words.ts';
import type { BrowserClient } from './browser-client.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Until the event's own is known, which a browser that nobody is signed in at is not told. */
const usualAccent = '#b5471b';

/** The staff app in a browser: sign in, work, sign out. */
export function BrowserApp({ client }: { readonly client: BrowserClient }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [signedIn, setSignedIn] = useState<SignedIn | 'asking' | null>('asking');
  const [ended, setEnded] = useState<StaffEnd | null>(null);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('staff.title');
  }, [language, t]);
  useEffect(() => {
    let isWanted = true;
    void client.resume().then((session) => {
      if (isWanted) setSignedIn(session);
    });
    const stop = client.onEnded((how) => {
      setEnded(how);
      setSignedIn(null);
    });
    return () => {
      isWanted = false;
      stop();
    };
  }, [client]);
  useEffect(() => {
    if (signedIn !== null && signedIn !== 'asking') void prepareRasteriser();
  }, [signedIn]);
  return (
    <AppearanceProvider accent={usualAccent}>
      {signedIn === 'asking' ? (
        <p role="status" className="staff-waiting">
          {t('staff.waiting')}
        </p>
      ) : signedIn === null ? (
        <SignInPage
          client={client}
          ended={ended}
          onSignedIn={(session) => {
            setEnded(null);
            setSignedIn(session);
          }}
        />
      ) : (
        <StaffApp
          client={client}
          staff={signedIn.staff}
          scope={signedIn.scope}
          onLeave={() => {
            setSignedIn(null);
            void client.signOut();
          }}
        />
      )}
    </AppearanceProvider>
  );
}
