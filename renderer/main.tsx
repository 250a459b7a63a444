import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectBridge } from './bridge.ts';
import { createCacheMaker } from './catalogue/open-cache.ts';
import './look/tokens.css';
import './look/fonts.css';
import './look/base.css';
import { keepPulse } from './pulse.ts';
import { refuseBrowser } from './refuse-browser.ts';
import { startCatalogueSearch } from './search/catalogue-search.ts';

refuseBrowser(window);
const root = document.getElementById('root');
if (root) {
  const bridge = connectBridge();
  createRoot(root).render(
    <StrictMode>
      <App bridge={bridge} caches={createCacheMaker()} search={startCatalogueSearch()} />
    </StrictMode>,
  );
  // As long as there is a page.
  void keepPulse({ bridge, signal: new AbortController().signal, pause });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
