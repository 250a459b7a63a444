import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectBridge } from './bridge.ts';
import { createCacheMaker } from './catalogue/open-cache.ts';
import './look/tokens.css';
import './look/fonts.css';
import './look/base.css';
import { startCatalogueSearch } from './search/catalogue-search.ts';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App bridge={connectBridge()} caches={createCacheMaker()} search={startCatalogueSearch()} />
    </StrictMode>,
  );
}
