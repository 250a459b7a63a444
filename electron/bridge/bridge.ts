import type { z } from 'zod';
import type { JobOutcome } from '../../domain/print-job.ts';
import { err, type Result } from '../../domain/result.ts';
import type { KioskRecord } from '../../domain/kiosk-record.ts';
import type { CatalogueFeed } from '../catalogue/catalogue-feed.ts';
import type { PrintDesk, PrintRequest } from '../printing/desk/desk.ts';
import type { StaffDesk } from '../staff/staff-desk.ts';
import { awaitNews } from './await-news.ts';
import { beginVisit } from './begin-visit.ts';
import { cancelSeat, seats, takeSeat } from './seats.ts';
import { checkIn } from './check-in.ts';
import { choosePrinter } from './choose-printer.ts';
import { commandPrinter } from './command-printer.ts';
import { endVisit } from './end-visit.ts';
import { erasedRecords } from './erased-records.ts';
import { gate } from './gate.ts';
import { greet, type Greeting } from './greet.ts';
import { print } from './print.ts';
import { printers } from './printers.ts';
import { pullCatalogue } from './pull-catalogue.ts';
import { pullRecords } from './pull-records.ts';
import { pulse } from './pulse.ts';
import { register } from './register.ts';
import { staffCall, staffGoLive, staffSignIn, staffSignOut, staffTouch } from './staff.ts';
import { status } from './status.ts';
import type { Verb } from './verb.ts';

export interface BridgeParts {
  readonly greeting: Greeting;
  readonly onGreet: () => void;
  readonly catalogueFeed: CatalogueFeed;
  readonly register: Parameters<typeof register>[0];
  readonly checkIn: Parameters<typeof checkIn>[0];
  readonly listSeats: Parameters<typeof seats>[0];
  readonly takeSeat: Parameters<typeof takeSeat>[0];
  readonly cancelSeat: Parameters<typeof cancelSeat>[0];
  readonly status: Parameters<typeof status>[0];
  readonly awaitNews: Parameters<typeof awaitNews>[0];
  readonly listErasedRecords: () => string[];
  readonly listRecords: (page: { afterSequence: number; limit: number }) => KioskRecord[];
  readonly print: (request: PrintRequest) => Promise<JobOutcome>;
  readonly desk: Pick<PrintDesk, 'choosePrinter' | 'mediaOf' | 'report' | 'command'>;
  readonly staff: Pick<StaffDesk, 'signIn' | 'signOut' | 'touch' | 'call' | 'isSignedIn' | 'isSupervisor'>;
  readonly goLive: Parameters<typeof staffGoLive>[0]['run'];
  readonly gate: Parameters<typeof gate>[0];
  readonly pulse: Parameters<typeof pulse>[0];
  readonly beginVisit: Parameters<typeof beginVisit>[0];
  readonly endVisit: () => void;
}

/** The whole contract between host and renderer. A verb's name is written here and nowhere else. */
export function createBridge(parts: BridgeParts) {
  return {
    greet: greet(parts.greeting, parts.onGreet),
    pullCatalogue: pullCatalogue(parts.catalogueFeed),
    register: register(parts.register),
    checkIn: checkIn(parts.checkIn),
    seats: seats(parts.listSeats),
    takeSeat: takeSeat(parts.takeSeat),
    cancelSeat: cancelSeat(parts.cancelSeat),
    status: status(parts.status),
    awaitNews: awaitNews(parts.awaitNews),
    pullRecords: pullRecords(parts.listRecords),
    erasedRecords: erasedRecords(parts.listErasedRecords),
    choosePrinter: choosePrinter((document, tried) => parts.desk.choosePrinter(document, tried)),
    print: print({ mediaOf: (printer) => parts.desk.mediaOf(printer), run: parts.print }),
    printers: printers(() => parts.desk.report()),
    commandPrinter: commandPrinter({
      isStaffSignedIn: () => parts.staff.isSignedIn(),
      run: (order) => parts.desk.command(order),
    }),
    gate: gate(parts.gate),
    pulse: pulse(parts.pulse),
    beginVisit: beginVisit(parts.beginVisit),
    endVisit: endVisit(parts.endVisit),
    staffSignIn: staffSignIn((credentials) => parts.staff.signIn(credentials)),
    staffSignOut: staffSignOut(() => {
      parts.staff.signOut();
    }),
    staffTouch: staffTouch(() => parts.staff.touch()),
    staffGoLive: staffGoLive({ isSupervisorSignedIn: () => parts.staff.isSupervisor(), run: parts.goLive }),
    staffCall: staffCall((asked) => parts.staff.call(asked)),
  };
}

/** The host's side: verbs with their schemas. `BridgeDoor` hands a page's calls to it. */
export type HostBridge = ReturnType<typeof createBridge>;

type Input<Each> = Each extends Verb<infer Schema, unknown> ? z.input<Schema> : never;
type Output<Each> = Each extends Verb<z.ZodType, infer Answer> ? Answer : never;

/** The renderer's side: what it may call and gets back, as JSON carries it. A call that the host refuses rejects. */
export type Bridge = {
  readonly [Name in keyof HostBridge]: (input: Input<HostBridge[Name]>) => Promise<Output<HostBridge[Name]>>;
};

/** Of any bridge, by name. */
export type Verbs = Readonly<Record<string, Pick<Verb<z.ZodType, unknown>, 'call'>>>;

/** @param verb as sent; only the bridge's own keys count, so `constructor` and `__proto__` are unknown */
export async function callBridge(
  bridge: Verbs,
  verb: string,
  input: unknown,
): Promise<Result<unknown, 'unknown-verb' | 'bad-input'>> {
  const known = Object.hasOwn(bridge, verb) ? bridge[verb] : undefined;
  return known === undefined ? err('unknown-verb') : known.call(input);
}
