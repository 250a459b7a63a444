import type { TFunction } from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { SheetTask } from '../../electron/doctor/page/page-findings.ts';
import { describeTestSheet } from '../documents/describe-test-sheet.ts';
import { rasterise, toDots } from '../documents/rasterise.ts';
import { TestSheet } from '../documents/test-sheet.tsx';

/** The test sheet of a printer, dot for dot as staff mode would print it; null when it cannot be drawn. */
export async function drawSheet(
  { printer, name, model, mediaName, media }: SheetTask,
  { from, words }: { from: string; words: TFunction },
): Promise<ReturnType<typeof toDots> | null> {
  const holder = document.createElement('div');
  holder.className = 'doctor-sheet';
  document.body.append(holder);
  const root = createRoot(holder);
  try {
    const sheet = describeTestSheet(
      { media, language: 'en', printer: { id: printer, name, model, mediaName }, from },
      words,
    );
    flushSync(() => {
      root.render(
        <div style={{ width: media.widthDots }}>
          <TestSheet {...sheet} />
        </div>,
      );
    });
    const raster = await rasterise(holder, media);
    return raster.ok ? toDots(raster.value) : null;
  } finally {
    root.unmount();
    holder.remove();
  }
}
