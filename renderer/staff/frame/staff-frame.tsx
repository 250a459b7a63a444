import { Ellipsis, LogOut } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import { Keyboard } from '../../controls/keyboard/keyboard.tsx';
import type { StaffPage } from '../pages.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { VisitorPage } from '../visitor/visitor-page.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { NeedsHub } from './needs-hub.tsx';

/** As many as a thumb finds at the lower edge of a phone; the others are behind "More". */
const inBar = 4;

/** What stands around every page: who is signed in, the language, the pages, the way out. */
export function StaffFrame({ pages }: { readonly pages: readonly StaffPage[] }) {
  const { t } = useTranslation();
  const { client, staff, scope, event, language, route, leave } = useStaffWorld();
  const page = pages.find(({ name }) => name === route.page) ?? pages[0];
  const Page = page?.component;
  return (
    <div className="staff" lang={language} data-place={client.place}>
      <header className="staff-header">
        <p>
          <strong>{event ? localise(event.name, language).text : t('staff.title')}</strong>
          <span>
            {staff.label} · {t(`staff.frame.role.${staff.role}`)}
            {scope === 'local' ? ` · ${t('staff.frame.onlyLocal')}` : ''}
          </span>
        </p>
        <LanguageSwitch />
        <Button
          className="staff-leave"
          aria-label={t(client.place === 'kiosk' ? 'staff.frame.leave' : 'staff.frame.signOut')}
          onPress={() => {
            leave();
          }}
        >
          <LogOut aria-hidden="true" />
          <span>{t(client.place === 'kiosk' ? 'staff.frame.leave' : 'staff.frame.signOut')}</span>
        </Button>
      </header>
      <PageNavigation pages={pages} />
      <main className="staff-main" key={JSON.stringify(route)}>
        {page && page.needsHub && scope === 'local' ? (
          <NeedsHub />
        ) : route.visitor ? (
          <VisitorPage who={route.visitor} />
        ) : Page ? (
          <Page />
        ) : null}
      </main>
      <div className="staff-keyboard">
        <Keyboard canHide />
      </div>
    </div>
  );
}

function PageNavigation({ pages }: { readonly pages: readonly StaffPage[] }) {
  const { t } = useTranslation();
  const { route } = useStaffWorld();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => {
    setIsOpen(false);
  };
  const first = pages.slice(0, inBar);
  const rest = pages.slice(inBar);
  return (
    <nav className="staff-nav" aria-label={t('staff.frame.navigation')}>
      {first.map((page) => (
        <PageButton key={page.name} page={page} onGone={close} />
      ))}
      {rest.length > 0 ? (
        <>
          <Button
            className="staff-nav-button staff-nav-more"
            aria-expanded={isOpen}
            data-current={rest.some(({ name }) => name === route.page) || undefined}
            onPress={() => {
              setIsOpen(!isOpen);
            }}
          >
            <Ellipsis aria-hidden="true" />
            <span>{t('staff.frame.more')}</span>
          </Button>
          <div className="staff-nav-rest" data-open={isOpen || undefined}>
            {rest.map((page) => (
              <PageButton key={page.name} page={page} onGone={close} />
            ))}
          </div>
        </>
      ) : null}
    </nav>
  );
}

function PageButton({ page, onGone }: { readonly page: StaffPage; readonly onGone: () => void }) {
  const { t } = useTranslation();
  const { route, go } = useStaffWorld();
  const isCurrent = route.page === page.name;
  return (
    <Button
      className="staff-nav-button"
      data-current={isCurrent || undefined}
      {...(isCurrent && { 'aria-current': 'page' as const })}
      onPress={() => {
        onGone();
        go({ page: page.name });
      }}
    >
      <page.icon aria-hidden="true" />
      <span>{t(`staff.pages.${page.name}`)}</span>
    </Button>
  );
}
