import { Accessibility, CircleHelp, RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { AnnouncementLine } from '../announcements/announcement-line.tsx';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { OneOf } from '../controls/choices.tsx';
import { AccessDialog, HelpDialog, StartOverDialog } from './dialogs.tsx';
import { useEventTime } from './clock.tsx';
import { opensStatus } from '../status/use-status-opener.ts';
import { ListOpener } from '../shortlist/list-opener.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { hasSomethingToLose } from './draft.ts';
import { useVisit } from './visit.tsx';
import './frame.css';

const shortNames = { en: 'EN', 'zh-Hant': '繁', 'zh-Hans': '简' } as const;

/** What stands around every screen, always in the same place. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { language, speak, end, draft, screen, givenCode } = useVisit();
  const { entries } = useShortlist();
  const { date, time } = useEventTime();
  const [open, setOpen] = useState<'access' | 'help' | 'start-over' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const [codeSeen, setCodeSeen] = useState(givenCode);
  if (codeSeen !== givenCode) {
    // A scan shows another screen: what was open over the one before closes.
    setCodeSeen(givenCode);
    close();
  }

  return (
    <div className="frame">
      <header className="frame-header">
        <p {...opensStatus}>
          <strong>{localise(event.name, language).text}</strong>{' '}
          <span>{event.tagline ? localise(event.tagline, language).text : null}</span>
        </p>
        <AnnouncementLine />
        <ListOpener />
        <p>
          <span>{date}</span> <strong>{time}</strong>
        </p>
      </header>
      <main className="frame-main" key={screenKey(screen)}>
        {children}
      </main>
      <footer className="frame-footer">
        <OneOf
          label={t('footer.language')}
          hideLabel
          layout="segments"
          value={language}
          options={event.languages.map((id) => ({ id, name: <span lang={id}>{shortNames[id]}</span> }))}
          onChange={speak}
        />
        <FooterButton
          icon={<Accessibility />}
          name={t('footer.access')}
          onPress={() => {
            setOpen('access');
          }}
        />
        <FooterButton
          icon={<CircleHelp />}
          name={t('footer.help')}
          onPress={() => {
            setOpen('help');
          }}
        />
        <FooterButton
          icon={<RotateCcw />}
          name={t('footer.startOver')}
          onPress={() => {
            if (hasSomethingToLose(draft) || entries.length > 0) setOpen('start-over');
            else end();
          }}
        />
      </footer>
      <AccessDialog isOpen={open === 'access'} onClose={close} />
      <HelpDialog isOpen={open === 'help'} onClose={close} />
      <StartOverDialog isOpen={open === 'start-over'} onClose={close} onErase={end} />
    </div>
  );
}

/** A new screen is a new tree, so that focus, scroll and keyboard start afresh. */
function screenKey(screen: object): string {
  return Object.values(screen).join(' ');
}

interface FooterButtonProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly onPress: () => void;
}

function FooterButton({ icon, name, onPress }: FooterButtonProps) {
  return (
    <Button className="footer-button" onPress={onPress}>
      {icon}
      <span>{name}</span>
    </Button>
  );
}
