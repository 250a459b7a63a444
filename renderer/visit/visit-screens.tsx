import { KeyboardProvider } from '../controls/keyboard/keyboard-focus.tsx';
import { useKiosk } from '../kiosk.tsx';
import { AboutScreen } from '../screens/about.tsx';
import { AgendaScreen } from '../screens/agenda.tsx';
import { BadgeScreen } from '../screens/badge.tsx';
import { CodeScreen } from '../screens/code.tsx';
import { CompaniesScreen } from '../screens/companies.tsx';
import { CompanyScreen } from '../screens/company.tsx';
import { ConsentScreen } from '../screens/consent.tsx';
import { ContactScreen } from '../screens/contact.tsx';
import { FindOthersScreen } from '../screens/find-others.tsx';
import { HomeScreen } from '../screens/home.tsx';
import { JobScreen } from '../screens/job.tsx';
import { JobsScreen } from '../screens/jobs.tsx';
import { LanguageScreen } from '../screens/language.tsx';
import { MapScreen } from '../screens/map.tsx';
import { MatchScreen } from '../screens/match.tsx';
import { MatchesScreen } from '../screens/matches.tsx';
import { NameScreen } from '../screens/name.tsx';
import { RegisteredScreen } from '../screens/registered.tsx';
import { SeatScreen } from '../screens/seat.tsx';
import { SessionScreen } from '../screens/session.tsx';
import { ShortlistScreen } from '../screens/shortlist.tsx';
import { TalentScreen } from '../screens/talent.tsx';
import { WalkScreen } from '../screens/walk.tsx';
import { UrgentDialog } from '../announcements/urgent-dialog.tsx';
import { IdleDialog } from './dialogs.tsx';
import { Frame } from './frame.tsx';
import { ScanInVisit } from './scan-in-visit.tsx';
import { IsIdleContext } from './is-idle.ts';
import { PrepareBadge } from './prepare-badge.tsx';
import { useIdle } from './use-idle.ts';
import { useVisit } from './visit.tsx';

/** The screen where the visitor is, and the watch over whether there still is a visitor. */
export function VisitScreens({ isCovered }: { /** By staff mode. */ readonly isCovered: boolean }) {
  const { greeting } = useKiosk();
  const { end, screen } = useVisit();
  const { secondsLeft, stay } = useIdle({ ...greeting.idle, isPaused: isCovered }, end);
  return (
    <IsIdleContext value={secondsLeft !== null || isCovered}>
      {screen.name === 'language' ? (
        <LanguageScreen />
      ) : (
        <Frame>
          <KeyboardProvider>
            <CurrentScreen />
          </KeyboardProvider>
        </Frame>
      )}
      <PrepareBadge />
      {isCovered ? null : <ScanInVisit />}
      {isCovered || screen.name === 'language' ? null : <UrgentDialog />}
      <IdleDialog secondsLeft={secondsLeft} onStay={stay} onLeave={end} />
    </IsIdleContext>
  );
}

function CurrentScreen() {
  const { screen } = useVisit();
  switch (screen.name) {
    case 'language':
      return <LanguageScreen />;
    case 'home':
      return <HomeScreen />;
    case 'code':
      return <CodeScreen session={screen.session} />;
    case 'registered':
      return <RegisteredScreen />;
    case 'consent':
      return <ConsentScreen />;
    case 'name':
      return <NameScreen />;
    case 'contact':
      return <ContactScreen />;
    case 'about':
      return <AboutScreen />;
    case 'talent':
      return <TalentScreen />;
    case 'badge':
      return <BadgeScreen />;
    case 'jobs':
      return <JobsScreen />;
    case 'find-others':
      return <FindOthersScreen />;
    case 'match':
      return <MatchScreen step={screen.step} />;
    case 'matches':
      return <MatchesScreen />;
    case 'job':
      return <JobScreen id={screen.job} />;
    case 'companies':
      return <CompaniesScreen />;
    case 'company':
      return <CompanyScreen id={screen.company} />;
    case 'agenda':
      return <AgendaScreen />;
    case 'shortlist':
      return <ShortlistScreen />;
    case 'walk':
      return <WalkScreen />;
    case 'session':
      return <SessionScreen id={screen.session} />;
    case 'seat':
      return <SeatScreen id={screen.session} />;
    case 'map':
      return <MapScreen placeId={screen.place} jobId={screen.job} found={screen.found} />;
  }
}
