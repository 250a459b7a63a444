import {
  BadgeCheck,
  CalendarX,
  ChartColumn,
  Copy,
  Megaphone,
  MonitorCheck,
  Printer,
  ScrollText,
  Search,
  UserPlus,
  type LucideIcon,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import type { Words } from '../words/en.ts';
import { AnnouncementsPage } from './event/announcements-page.tsx';
import { AuditPage } from './event/audit-page.tsx';
import { BadgeLayoutPage } from './event/badge-layout-page.tsx';
import { CountsPage } from './event/counts-page.tsx';
import { SessionsPage } from './event/sessions-page.tsx';
import { FindPage } from './find/find-page.tsx';
import { KiosksPage } from './machines/kiosks-page.tsx';
import { PrintersPage } from './machines/printers-page.tsx';
import { RegisterPage } from './register/register-page.tsx';
import { PairsPage } from './visitor/pairs-page.tsx';

/** Each has its name under `staff.pages` of the words. */
export type StaffPageName = keyof Words['staff']['pages'];

export interface StaffPage {
  readonly name: StaffPageName;
  /** Who sees it; the hub refuses the others anyway. */
  readonly roles: readonly StaffRole[];
  readonly icon: LucideIcon;
  /** Without the hub it says so, and what works instead. */
  readonly needsHub: boolean;
  readonly component: ComponentType;
}

const withVisitors: readonly StaffRole[] = ['helper', 'supervisor'];
const withMachines: readonly StaffRole[] = ['supervisor', 'technician'];
const everybody: readonly StaffRole[] = ['helper', 'supervisor', 'technician'];

/** Every page of the staff app, in the order of the navigation. The first that a role may see is where it starts. */
export const staffPages: readonly StaffPage[] = [
  { name: 'find', roles: withVisitors, icon: Search, needsHub: true, component: FindPage },
  { name: 'register', roles: withVisitors, icon: UserPlus, needsHub: true, component: RegisterPage },
  { name: 'kiosks', roles: everybody, icon: MonitorCheck, needsHub: false, component: KiosksPage },
  { name: 'printers', roles: everybody, icon: Printer, needsHub: false, component: PrintersPage },
  { name: 'pairs', roles: withVisitors, icon: Copy, needsHub: true, component: PairsPage },
  { name: 'counts', roles: everybody, icon: ChartColumn, needsHub: true, component: CountsPage },
  { name: 'announcements', roles: everybody, icon: Megaphone, needsHub: true, component: AnnouncementsPage },
  { name: 'sessions', roles: everybody, icon: CalendarX, needsHub: true, component: SessionsPage },
  { name: 'badge', roles: withMachines, icon: BadgeCheck, needsHub: true, component: BadgeLayoutPage },
  { name: 'audit', roles: ['supervisor'], icon: ScrollText, needsHub: true, component: AuditPage },
];

export function listPagesOf(role: StaffRole): readonly StaffPage[] {
  return staffPages.filter(({ roles }) => roles.includes(role));
}
