import { useState } from 'react';
import { useScanner } from '../scan/use-scanner.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useStaffBadge } from '../staff-entry/use-staff-entry.ts';
import { ScannedDialog } from './dialogs.tsx';
import { claimCodeOf, hasSomethingToLose } from './draft.ts';
import { useVisit } from './visit.tsx';

/** What a scan does in the middle of a visit: it asks before something is lost, and never mixes two visitors. */
export function ScanInVisit() {
  const { draft, screen, isPrinting, giveCode, startNext } = useVisit();
  const { entries } = useShortlist();
  const takeBadge = useStaffBadge();
  const [scanned, setScanned] = useState<string | null>(null);
  const use = (code: string) => {
    setScanned(null);
    const isWantedForSeat = screen.name === 'code' && screen.session !== null;
    // Somebody is registered already: whoever scans now is the next visitor.
    if (claimCodeOf(draft) !== null && !isWantedForSeat) startNext(code);
    else giveCode(code);
  };
  useScanner((code) => {
    // The visit lies unharmed below staff mode, whatever is going on in it.
    if (takeBadge(code)) return;
    // The sheet that comes out is somebody's, and how it ended must be told first.
    if (isPrinting) return;
    // The next visitor begins with an empty list; a code of the same visitor leaves it as it is.
    const isListLost = entries.length > 0 && claimCodeOf(draft) !== null;
    if (hasSomethingToLose(draft) || isListLost) setScanned(code);
    else use(code);
  });
  return (
    <ScannedDialog
      isOpen={scanned !== null}
      onClose={() => {
        setScanned(null);
      }}
      onUse={() => {
        if (scanned !== null) use(scanned);
      }}
    />
  );
}
