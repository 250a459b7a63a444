import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { root } from '../../end-to-end/shells.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit, waitForAttract } from '../../journeys/visit.ts';
import { createVisitor } from '../../journeys/visitor.ts';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import { withKiosk } from '../harness/with-kiosk.ts';
import { listBuiltFiles, sumBytes, type BuiltFile } from './built-files.ts';

const kilobyte = 1000;

export const size: Benchmark = {
  name: 'size',
  about: `What the renderer's build wrote, fonts apart, as it is and gzipped; and of the fonts, in how many files they are and how many of those
are loaded from opening the page to the end of the visit of somebody who registers in Traditional Chinese and prints a badge.
Peer: a page in which React and React DOM show one paragraph, built by the same Vite.`,
  async measure(say) {
    const files = listBuiltFiles(join(root, 'renderer', 'dist'));
    const minimal = await buildMinimal();
    const loaded = await listLoadedFonts();
    say(`${files.length} files`);
    const fonts = files.filter(({ kind }) => kind === 'font');
    const fontsLoaded = fonts.filter(({ name }) => loaded.has(name));
    return [
      ...(['script', 'style', 'worker', 'page', 'picture'] as const).flatMap((kind) =>
        describe(kind, sumBytes(files, kind)),
      ),
      ...describe('all but fonts', sumBytes(files), sumBytes(minimal)),
      { name: 'font files', unit: 'count', values: [fonts.length] },
      { name: 'font files, size', unit: 'kB', values: [sumBytes(files, 'font').raw / kilobyte] },
      { name: 'font files of a zh-Hant visit', unit: 'count', values: [fontsLoaded.length] },
      {
        name: 'font files of a zh-Hant visit, size',
        unit: 'kB',
        values: [sumBytes(fontsLoaded, 'font').raw / kilobyte],
      },
    ];
  },
};

type Sum = ReturnType<typeof sumBytes>;

function describe(name: string, ours: Sum, minimal?: Sum): Figure[] {
  return (['raw', 'packed'] as const).map((form) => ({
    name: `${name}, ${form === 'raw' ? 'raw' : 'gzip'}`,
    unit: 'kB',
    values: [ours[form] / kilobyte],
    ...(minimal === undefined ? {} : { peer: { name: 'React alone', values: [minimal[form] / kilobyte] } }),
  }));
}

async function buildMinimal(): Promise<BuiltFile[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  try {
    await build({
      root: join(import.meta.dirname, 'minimal'),
      configFile: false,
      base: './',
      logLevel: 'error',
      plugins: [react()],
      build: { outDir, emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
    });
    return listBuiltFiles(outDir);
  } finally {
    rmSync(outDir, { recursive: true });
  }
}

function listLoadedFonts(): Promise<Set<string>> {
  return withKiosk('72mm', async ({ page }) => {
    const loaded = new Set<string>();
    page.on('requestfinished', (request) => {
      const { protocol, pathname } = new URL(request.url());
      if (protocol === 'http:' && pathname.endsWith('.woff2')) loaded.add(basename(pathname));
    });
    await page.reload();
    await waitForAttract(page);
    const visitor = createVisitor({ language: 'zh-Hant', name: { own: '陳大文', latin: 'Chan Tai Man' } });
    await startVisit(page, visitor.language);
    await registerWalkIn(page, visitor);
    await printSheet(page, { document: 'badge', language: visitor.language });
    await finishVisit(page, visitor.language);
    return loaded;
  });
}
