import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Announcement } from '../../domain/announcement.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { listShown, noteSeen, type FirstSeen } from './shown-announcements.ts';

const AnnouncementsContext = createContext<readonly Announcement[]>([]);

/** What the organiser says now, urgent ones first. */
export function useAnnouncements(): readonly Announcement[] {
  return use(AnnouncementsContext);
}

/** Above all visits, because it knows since when this page has shown each. */
export function AnnouncementsProvider({ children }: { readonly children: ReactNode }) {
  const { announcements } = useCatalogue();
  const seen = useRef<FirstSeen>(new Map());
  const [shown, setShown] = useState<readonly Announcement[]>([]);
  useEffect(() => {
    seen.current = noteSeen(seen.current, announcements, performance.now());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      const { announcements: now, nextChange } = listShown(announcements, seen.current, performance.now());
      setShown(now);
      if (nextChange !== null) timer = setTimeout(look, nextChange);
    };
    look();
    return () => {
      clearTimeout(timer);
    };
  }, [announcements]);
  return <AnnouncementsContext value={shown}>{children}</AnnouncementsContext>;
}
