import { enrol, readmit } from './enrolment-routes.ts';
import type { HubParts } from './hub-parts.ts';
import { giveBackSeats, lease, reportLeases } from './lease-routes.ts';
import { feed, kioskState, sendRecords } from './record-routes.ts';
import { report, reportOrder } from '../staff/report-routes.ts';
import type { StaffParts } from '../staff/staff-parts.ts';
import type { JsonText, Route } from './route.ts';

/** All that a kiosk can ask. A name and its path are written here and in the route, and nowhere else. */
export function createKioskRoutes(parts: HubParts & Pick<StaffParts, 'orders' | 'presence'>, onAccepted: () => void) {
  return {
    enrol: enrol(parts),
    readmit: readmit(parts),
    kiosk: kioskState(parts),
    sendRecords: sendRecords(parts, onAccepted),
    feed: feed(parts),
    lease: lease(parts),
    giveBackSeats: giveBackSeats(parts),
    reportLeases: reportLeases(parts),
    report: report(parts),
    reportOrder: reportOrder(parts),
  };
}

type KioskRoutes = ReturnType<typeof createKioskRoutes>;
type Plain<Output> = Output extends JsonText<infer Value> ? Value : Output;

/** The hub as a kiosk sees it: what each question takes and answers. */
export type HubApi = {
  readonly [Name in keyof KioskRoutes]: KioskRoutes[Name] extends Route<infer Body, infer Query, infer Output>
    ? { readonly body: Body; readonly query: Query; readonly answer: Plain<Output> }
    : never;
};
