import { v7 as createId } from 'uuid';
import { createClaimCode } from '../../domain/claim-code.ts';
import type { EventDetails } from '../../domain/event.ts';
import { standardMedia } from '../../domain/print-job.ts';
import type { PrinterReport } from '../../domain/printer-report.ts';
import type {
  KioskLine,
  StaffAnswer,
  StaffCall,
  StaffInput,
  StaffRefusal,
  VisitorDetails,
} from '../../domain/protocol/staff-calls.ts';
import type { Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Staff } from '../../domain/staff/staff-member.ts';

/** For tests: what a hub answers, from memory. What is not set answers `not-found`. */
export interface FakeHub {
  readonly visitors: VisitorDetails[];
  readonly kiosks: KioskLine[];
  /** Every call, in order. */
  readonly calls: { readonly name: StaffCall; readonly input: unknown }[];
  /** Answers of one's own, before the usual. */
  readonly answers: Partial<{ [Name in StaffCall]: (input: StaffInput<Name>) => Answer<Name> | Promise<Answer<Name>> }>;
  call<Name extends StaffCall>(name: Name, input: StaffInput<Name>): Promise<Answer<Name>>;
}
type Answer<Name extends StaffCall> = Result<StaffAnswer<Name>, StaffRefusal>;

export const fakeStaff: Staff = { number: '07', label: 'Desk 1', role: 'supervisor' };

export const fakeEvent: EventDetails = {
  id: 'career-day',
  name: { en: 'Career Day', 'zh-Hant': '招聘日', 'zh-Hans': '招聘日' },
  days: [{ date: '2025-05-30', opens: '10:00', closes: '18:00' }],
  timeZone: 'Asia/Hong_Kong',
  country: 'HK',
  languages: ['en', 'zh-Hant', 'zh-Hans'],
  venue: { name: { en: 'Hall 1' } },
  theme: { accent: '#b5471b' },
  organiser: { name: { en: 'The organiser' }, contact: 'desk@example.com' },
  collectionStatement: { en: 'What you tell is used for this event only.', 'zh-Hant': '資料只供本活動使用。' },
  retention: { registrationDays: 30, talentPoolDays: 180 },
  functions: [],
  interests: [{ id: 'analog', name: { en: 'Analog design', 'zh-Hant': '模擬設計', 'zh-Hans': '模拟设计' } }],
  kiosks: [],
  sealingKey: 'A'.repeat(43),
};

export function fakeVisitor(changes: Partial<Registration> = {}): VisitorDetails {
  const registration: Registration = {
    ...{ language: 'zh-Hant', name: { own: '陳大文', latin: 'Chan Tai Man' }, status: 'student', field: '電子工程' },
    ...{ contact: { kind: 'email', value: 'chan@example.com' }, interests: ['analog'], talentPool: 'open' },
    consent: true,
    ...changes,
  };
  return {
    visitor: createId(),
    attendee: null,
    claimCode: createClaimCode(crypto.getRandomValues(new Uint8Array(7))),
    name: registration.name,
    status: registration.status,
    field: registration.field,
    contactHint: 'c…n@…example.com',
    registration: { kind: 'registration', registration },
    otherCodes: [],
    history: [{ at: Date.UTC(2025, 4, 30, 3), what: 'registered', kiosk: 'K1', staff: null, reason: null }],
    pairs: [],
  };
}

export function fakePrinter(changes: Partial<PrinterReport> = {}): PrinterReport {
  return {
    ...{ id: 'badges', name: null, collectAt: null, address: 'tcp://192.0.2.7:9100', model: 'Epson TM-T88VI' },
    ...{ dialect: 'esc-pos', documents: ['badge', 'map', 'route', 'test'], media: standardMedia['72mm'] },
    ...{ isShared: false, isPaused: false, movedTo: null, faults: [], paperLow: false, waiting: 0, jobs: [] },
    paper: { usedMillimetres: 12_300, leftMillimetres: 67_700, sheetsLeft: 540 },
    ...changes,
  };
}

export function fakeKiosk(kiosk: string, changes: Partial<KioskLine> = {}): KioskLine {
  return {
    ...{ kiosk, position: kiosk, problems: [], isListening: true, lastSeen: Date.UTC(2025, 4, 30, 4) },
    doctor: null,
    report: {
      ...{ version: '0.1.0', shell: 'chromium', printers: [fakePrinter()], waiting: 0, deadLetters: 0 },
      ...{ isPackBroken: false, isStaffLocked: false, isBusy: false, gate: { state: 'open' } },
      ...{ doctor: null, goLive: null },
    },
    ...changes,
  };
}

export function createFakeHub(staff: Staff = fakeStaff): FakeHub {
  const usual: FakeHub['answers'] = {
    me: () =>
      ok({ staff, event: fakeEvent, isUnlocked: true, indexed: hub.visitors.length, toIndex: hub.visitors.length }),
    badgeLayout: () => ok({ layout: null, isOwn: false }),
    kiosks: () => ok({ kiosks: hub.kiosks, now: Date.UTC(2025, 4, 30, 4, 0, 20) }),
    findVisitors: ({ query }) => {
      const wanted = query.toLowerCase();
      const found = hub.visitors.filter(({ name, claimCode }) =>
        [name.own, name.latin, claimCode ?? ''].some((text) => text.toLowerCase().includes(wanted)),
      );
      return ok({ visitors: found.slice(0, 20), total: found.length });
    },
    readVisitor: ({ visitor }) => {
      const found = hub.visitors.find((each) => each.visitor === visitor);
      return found ? ok(found) : err('not-found');
    },
    order: () => ok({}),
    readOrder: () => ok({ state: 'ended', result: { kind: 'printed', outcome: { state: 'printed' } } }),
    noteReprint: () => ok({}),
    decidePair: () => ok({}),
    listPairs: () => ok({ pairs: [] }),
  };
  const hub: FakeHub = {
    visitors: [],
    kiosks: [],
    calls: [],
    answers: {},
    async call(name, input) {
      hub.calls.push({ name, input });
      const answer = hub.answers[name] ?? usual[name];
      return answer ? answer(input) : err('not-found');
    },
  };
  return hub;
}
