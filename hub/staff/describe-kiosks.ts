import type { KioskReport } from '../../domain/protocol/kiosk-report.ts';
import {
  kioskProblems,
  type KioskDoctor,
  type KioskLine,
  type KioskProblem,
} from '../../domain/protocol/staff-calls.ts';
import { readKioskDoctor } from './read-kiosk-doctor.ts';
import type { KioskListing } from '../store/store.ts';

/** Milliseconds: four reports missed. */
const awayAfter = 45_000;

/** The line of each kiosk, those with the worst problem first. */
export function describeKiosks({
  kiosks,
  reports,
  listening,
  now,
}: {
  kiosks: readonly KioskListing[];
  reports: ReadonlyMap<string, KioskReport>;
  listening: ReadonlySet<string>;
  now: number;
}): KioskLine[] {
  const inUse = kiosks.filter(({ isRevoked }) => !isRevoked);
  const versions = inUse.flatMap(({ kiosk }) => reports.get(kiosk)?.version ?? []);
  const newest = versions.toSorted(compareVersions).at(-1) ?? '';
  const lines = kiosks.map((listing): KioskLine => {
    const { kiosk, position, lastSeen } = listing;
    const report = reports.get(kiosk) ?? null;
    const isListening = listening.has(kiosk);
    const doctor = readKioskDoctor(report?.doctor ?? null, listing.publicKey);
    const found = findProblems({ listing, report, doctor, isListening, newest, now });
    const problems = kioskProblems.filter((problem) => found.has(problem));
    return { kiosk, position, problems, isListening, lastSeen, report, doctor };
  });
  const byName = new Intl.Collator('en', { numeric: true });
  return lines.sort((a, b) => rank(a) - rank(b) || byName.compare(a.kiosk, b.kiosk));
}

function rank({ problems: [worst] }: KioskLine): number {
  return worst === undefined ? kioskProblems.length : kioskProblems.indexOf(worst);
}

function findProblems({
  listing,
  report,
  doctor,
  isListening,
  newest,
  now,
}: {
  listing: KioskListing;
  report: KioskReport | null;
  doctor: KioskDoctor | null;
  isListening: boolean;
  newest: string;
  now: number;
}): Set<KioskProblem> {
  if (listing.isRevoked) return new Set(['revoked']);
  if (listing.lastSeen === null && !isListening) return new Set(['never-seen']);
  const printers = report?.printers ?? [];
  const found: Record<Exclude<KioskProblem, 'revoked' | 'never-seen'>, boolean> = {
    away: !isListening && now - (listing.lastSeen ?? 0) > awayAfter,
    'doctor-forged': doctor?.state === 'forged',
    'doctor-red': doctor?.state === 'red' && report?.goLive == null,
    'not-examined': report !== null && !isExamined(doctor, report.version),
    closed: report?.gate.state === 'closed',
    'staff-locked': report?.isStaffLocked === true,
    'printer-fault': printers.some(({ faults }) => faults.length > 0),
    'dead-letters': listing.deadLetters > 0 || (report?.deadLetters ?? 0) > 0,
    'pack-broken': report?.isPackBroken === true,
    'printer-paused': printers.some(({ isPaused }) => isPaused),
    'records-waiting': (report?.waiting ?? 0) > 0,
    'paper-low': printers.some(({ paperLow }) => paperLow),
    'old-version': report !== null && compareVersions(report.version, newest) < 0,
  };
  return new Set(Object.entries(found).flatMap(([problem, is]) => (is ? [problem as KioskProblem] : [])));
}

/** An examination of another version says little of this one. One that is not genuine is a problem of its own. */
function isExamined(doctor: KioskDoctor | null, version: string): boolean {
  if (doctor === null) return false;
  return doctor.state === 'forged' || doctor.report.version === version;
}

/** By numbers where there are numbers: 0.10.0 is newer than 0.9.1. */
function compareVersions(a: string, b: string): number {
  return new Intl.Collator('en', { numeric: true }).compare(a, b);
}
