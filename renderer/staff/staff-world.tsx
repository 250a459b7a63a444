import { createContext, use } from 'react';
import type { EventDetails } from '../../domain/event.ts';
import type { Language } from '../../domain/localised.ts';
import type { Staff } from '../../domain/staff/staff-member.ts';
import type { StaffPageName } from './pages.ts';
import type { StaffClient, StaffScope } from './staff-client.ts';

/** Somebody whom the hub knows, or somebody on the organiser's list who has not come yet. */
export type VisitorRef = { readonly visitor: string } | { readonly attendee: string };

export interface StaffRoute {
  readonly page: StaffPageName;
  /** Shown in place of the page that led there; "Back" returns to it. */
  readonly visitor?: VisitorRef;
  /** What has just been done with the visitor. */
  readonly done?: 'registered' | 'corrected' | 'checkedIn';
}

/** What every page of the staff app shares. */
export interface StaffWorld {
  readonly client: StaffClient;
  readonly staff: Staff;
  readonly scope: StaffScope;
  readonly language: Language;
  /** With the badge layout in force. Null while the hub has not answered, or has no event. */
  readonly event: EventDetails | null;
  /** Asks for the event again, because something of it was changed. */
  readonly askEvent: () => void;
  readonly route: StaffRoute;
  readonly go: (route: StaffRoute) => void;
  /** What was searched for last: it is still there when one comes back from a visitor. */
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly leave: (to?: 'register') => void;
}

export const StaffWorldContext = createContext<StaffWorld | null>(null);

export function useStaffWorld(): StaffWorld {
  const world = use(StaffWorldContext);
  if (!world) throw new Error('useStaffWorld needs a StaffWorldContext');
  return world;
}
