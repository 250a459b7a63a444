import { useEffect, useRef } from 'react';
import { rasterise } from '../documents/rasterise.ts';
import { BadgePreview } from '../screens/badge-preview.tsx';
import { SheetToPrint } from '../screens/sheet-to-print.tsx';
import type { Screen } from './screen.ts';
import { usePrintTarget } from './use-print-target.ts';
import { useVisit } from './visit.tsx';

/** The name is known, and the visitor is busy with something else than typing it. */
const screensAfterName: ReadonlySet<Screen['name']> = new Set(['contact', 'about', 'talent']);
/** Milliseconds: the screen is painted first, and a visitor who touches it at once is not kept waiting. */
const latest = 1_500;

/**
 * Rasterises the badge while the visitor is still registering, and throws the dots away: reading the font slices of a new name is most of
 * the time, and those stay. Who taps "Print" the moment it appears then waits no longer than who looks at the preview.
 */
export function PrepareBadge() {
  const { screen, draft } = useVisit();
  const isNamed = draft.own.trim() !== '' || draft.latin.trim() !== '';
  return isNamed && draft.record === null && screensAfterName.has(screen.name) ? <Prepare key={screen.name} /> : null;
}

function Prepare() {
  const { draft } = useVisit();
  const target = usePrintTarget('badge');
  const { media } = target;
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const idle = requestIdleCallback(
      () => {
        if (sheet.current) void rasterise(sheet.current, media);
      },
      { timeout: latest },
    );
    return () => {
      cancelIdleCallback(idle);
    };
  }, [media]);
  return (
    <SheetToPrint>
      <BadgePreview draft={draft} target={target} ref={sheet} />
    </SheetToPrint>
  );
}
