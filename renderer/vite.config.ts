import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { hanReadings } from './controls/keyboard/han/readings-plugin.ts';
import { fontCoverage } from './documents/coverage/coverage-plugin.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  // Relative, because the page is served from the root of a loopback server and from a custom scheme alike.
  base: './',
  plugins: [react(), fontCoverage(), hanReadings()],
  worker: { format: 'es' },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // The content security policy allows no script or style inside the page, and a font as a file is cached.
    assetsInlineLimit: 0,
    // Kiosks run one browser that we know: nothing is translated down.
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // Read from the disk, once a day: one file is as good as ten.
    chunkSizeWarningLimit: 2000,
    // The kiosk's page, the one that the hub serves to staff in any browser, the one that the doctor looks through, and the one that needs no script.
    rolldownOptions: { input: [here('index.html'), here('staff.html'), here('doctor.html'), here('resting.html')] },
  },
});
