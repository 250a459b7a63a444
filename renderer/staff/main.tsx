import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { nearestLanguage } from '../../domain/text/nearest-language.ts';
import { BrowserApp } from './browser/browser-app.tsx';
import { connectHub } from './browser/connect-hub.ts';
import { createWords } from '../words/words.ts';
import '../look/tokens.css';
import '../look/fonts.css';
import '../look/base.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={createWords(nearestLanguage(navigator.languages.join(','))?.language ?? 'en')}>
        <BrowserApp client={connectHub()} />
      </I18nextProvider>
    </StrictMode>,
  );
}
