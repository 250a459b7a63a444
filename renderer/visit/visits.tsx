import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { v7 as createId } from 'uuid';
import type { Language } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { ClosedScreen } from '../closed/closed-screen.tsx';
import { useGate } from '../closed/use-gate.ts';
import { prepareRasteriser } from '../documents/rasterise.ts';
import { useKiosk } from '../kiosk.tsx';
import { AnnouncementsProvider } from '../announcements/announcements-provider.tsx';
import { AnnouncementVoice } from '../announcements/announcement-voice.tsx';
import { AppearanceProvider } from '../look/appearance.tsx';
import { useScanner } from '../scan/use-scanner.ts';
import { Attract } from '../screens/attract.tsx';
import { StaffLayer } from '../staff-entry/staff-layer.tsx';
import { StaffEntryContext, useStaffBadge, useStaffEntry } from '../staff-entry/use-staff-entry.ts';
import { useStaffOpener } from '../staff-entry/use-staff-opener.ts';
import { StatusPage } from '../status/status-page.tsx';
import { useStatusOpener } from '../status/use-status-opener.ts';
import { CrashGuard } from './crash-guard.tsx';
import { VisitScreens } from './visit-screens.tsx';
import type { GivenCode } from './visit-state.ts';
import { VisitProvider } from './visit.tsx';

interface Turn {
  /** Another visitor is another number, and with it another tree: leaving it unmounts all that was entered. */
  readonly number: number;
  /** Null while the attract loop waits for somebody. */
  readonly visit: { readonly givenCode: GivenCode | null } | null;
}

/** One visitor after the other. */
export function Visits({ onSpeak }: { readonly onSpeak: (language: Language) => void }) {
  const { event, jobs, companies, sessions, floorPlan } = useCatalogue();
  const { bridge, search } = useKiosk();
  const [{ number, visit }, setTurn] = useState<Turn>({ number: 0, visit: null });
  const [isStatusOpen, setIsStatusOpen] = useState(false);
  const first = event.languages[0] ?? 'en';
  const [language, setLanguage] = useState<Language>(first);

  const speak = useCallback(
    (spoken: Language) => {
      document.documentElement.lang = spoken;
      onSpeak(spoken);
      setLanguage(spoken);
    },
    [onSpeak],
  );
  const startTurn = useCallback(
    (next: Turn['visit']) => {
      window.getSelection()?.removeAllRanges();
      setTurn((turn) => ({ number: turn.number + 1, visit: next }));
      speak(first);
      void bridge.endVisit({});
    },
    [bridge, first, speak],
  );
  const end = useCallback(() => {
    startTurn(null);
  }, [startTurn]);
  const startWithCode = useCallback(
    (code: string) => {
      startTurn({ givenCode: { id: createId(), code, beginsVisit: true } });
    },
    [startTurn],
  );
  const openStatus = useCallback(() => {
    setIsStatusOpen(true);
  }, []);
  const closeStatus = useCallback(() => {
    setIsStatusOpen(false);
  }, []);
  useStatusOpener(openStatus);
  const { gate, ask: askGate } = useGate();
  const staff = useStaffEntry();
  const { openPad, leave: leaveStaff } = staff;
  useStaffOpener(openPad);
  const isCovered = staff.state.kind !== 'away';
  const openStaff = useCallback(() => {
    setIsStatusOpen(false);
    openPad();
  }, [openPad]);
  // However staff mode ended: what the visitor spoke is spoken again.
  useEffect(() => {
    if (!isCovered) onSpeak(language);
  }, [isCovered, language, onSpeak]);
  const giveBack = useCallback(
    (to?: 'register') => {
      leaveStaff();
      // Into the visit below, where there is one.
      if (to === 'register' && gate.state === 'open')
        setTurn((turn) => (turn.visit ? turn : { ...turn, visit: { givenCode: null } }));
    },
    [leaveStaff, gate],
  );
  const isVisitOn = visit !== null;
  useEffect(() => {
    if (!isVisitOn) return;
    const begin = async () => {
      const answer = await bridge.beginVisit({});
      if (answer.ok) return;
      // It closed in the moment of the touch.
      askGate();
      end();
    };
    void begin().catch(() => undefined);
  }, [bridge, isVisitOn, number, askGate, end]);

  // Before the screens look for anything in it.
  useLayoutEffect(() => {
    const { functions, synonyms = [] } = event;
    search.load({ jobs, companies, sessions, floorPlan, functions, synonyms });
  }, [search, event, jobs, companies, sessions, floorPlan]);
  useEffect(() => {
    void prepareRasteriser();
  }, [number]);

  return (
    <StaffEntryContext value={staff}>
      <AnnouncementsProvider>
        <AppearanceProvider key={number} accent={event.theme.accent}>
          <CrashGuard onCrash={end}>
            {visit ? (
              <VisitProvider
                language={language}
                onSpeak={speak}
                onEnd={end}
                onNext={startWithCode}
                givenCode={visit.givenCode}
              >
                <VisitScreens isCovered={isCovered} />
              </VisitProvider>
            ) : isStatusOpen || isCovered ? null : gate.state === 'closed' ? (
              <ClosedScreen />
            ) : (
              <Waiting
                onStart={() => {
                  setTurn({ number, visit: { givenCode: null } });
                }}
                onCode={startWithCode}
              />
            )}
          </CrashGuard>
        </AppearanceProvider>
        {isStatusOpen ? <StatusPage language={language} onClose={closeStatus} onStaff={openStaff} /> : null}
        <AnnouncementVoice />
        <StaffLayer entry={staff} onLeave={giveBack} />
      </AnnouncementsProvider>
    </StaffEntryContext>
  );
}

interface WaitingProps {
  readonly onStart: () => void;
  readonly onCode: (code: string) => void;
}

/** A touch begins a visit, and so does a scan. */
function Waiting({ onStart, onCode }: WaitingProps) {
  const takeBadge = useStaffBadge();
  useScanner((code) => {
    if (!takeBadge(code)) onCode(code);
  });
  return <Attract onStart={onStart} />;
}
