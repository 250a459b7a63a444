import { useTranslation } from 'react-i18next';
import type { Language } from '../../domain/localised.ts';
import type { Greeting } from '../../electron/bridge/greet.ts';
import type { SetUpGreeting } from '../../electron/set-up/set-up-state.ts';
import type { BridgeClient } from '../bridge.ts';
import { OneOf } from '../controls/choices.tsx';
import { KeyboardProvider } from '../controls/keyboard/keyboard-focus.tsx';
import { AppearanceProvider } from '../look/appearance.tsx';
import '../visit/frame.css';
import { SetUpAccess } from './set-up-access.tsx';
import { SetUpScreens } from './set-up-screens.tsx';
import './set-up.css';
import { useSetUp } from './use-set-up.ts';

interface SetUpAppProps {
  readonly bridge: BridgeClient;
  readonly greeting: SetUpGreeting;
  readonly onReady: (greeting: Greeting) => void;
}

/** No event has said a colour yet. */
const usualAccent = '#b5471b';
const shortNames = { en: 'EN', 'zh-Hant': '繁', 'zh-Hans': '简' } as const;
const languages = Object.keys(shortNames) as Language[];

/** All that a machine shows that is no kiosk yet: a place for the enrolment code, and no way to anything else. */
export function SetUpApp({ bridge, greeting, onReady }: SetUpAppProps) {
  const { t, i18n } = useTranslation();
  const language = languages.find((each) => each === i18n.language) ?? 'en';
  const setUp = useSetUp(bridge, onReady);
  return (
    <AppearanceProvider accent={usualAccent}>
      <div className="frame set-up" lang={language}>
        <header className="frame-header">
          <p>
            <strong>Foyer</strong> <span>{t('setUp.head')}</span>
          </p>
        </header>
        <main className="frame-main">
          <KeyboardProvider>
            <SetUpScreens {...setUp} language={language} camera={greeting.setUp.camera} />
          </KeyboardProvider>
        </main>
        <footer className="frame-footer">
          <OneOf
            label={t('footer.language')}
            hideLabel
            layout="segments"
            value={language}
            options={languages.map((id) => ({ id, name: <span lang={id}>{shortNames[id]}</span> }))}
            onChange={(id) => void i18n.changeLanguage(id)}
          />
          <SetUpAccess />
        </footer>
      </div>
    </AppearanceProvider>
  );
}
