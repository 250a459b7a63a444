import { exportTrail } from './audit-route.ts';
import { loadAttendees } from './attendee-route.ts';
import { describeEvent, loadPack, lock, unlock } from './event-routes.ts';
import { exportTable } from './export-route.ts';
import { createCode, listDeadLetters, listKiosks, revoke } from './kiosk-routes.ts';
import type { OperatorParts } from './operator-parts.ts';
import { comparePair, decidePair, findVisitor, listPairs } from './pair-routes.ts';
import { listDue, listReceipts, purgeNow } from './retention-routes.ts';
import { listSeats, setSeats } from './seat-routes.ts';
import { addUpdate, listUpdates, withdrawUpdate } from './update-routes.ts';
import { changeSettings, listSettings } from './settings-routes.ts';
import { addStaff, listStaff, removeStaff, renewPin, unlockStaff } from './staff-routes.ts';

/** All that the operator can ask. */
export function createOperatorRoutes(parts: OperatorParts) {
  return {
    createCode: createCode(parts),
    kiosks: listKiosks(parts),
    revoke: revoke(parts),
    kioskSettings: listSettings(parts),
    changeKioskSettings: changeSettings(parts),
    deadLetters: listDeadLetters(parts),
    pairs: listPairs(parts),
    comparePair: comparePair(parts),
    mergePair: decidePair(parts, 'merge'),
    dismissPair: decidePair(parts, 'dismiss'),
    undoPair: decidePair(parts, 'undo'),
    findVisitor: findVisitor(parts),
    loadPack: loadPack(parts),
    loadAttendees: loadAttendees(parts),
    event: describeEvent(parts),
    unlock: unlock(parts),
    lock: lock(parts),
    seats: listSeats(parts),
    setSeats: setSeats(parts),
    due: listDue(parts),
    purge: purgeNow(parts),
    receipts: listReceipts(parts),
    export: exportTable(parts),
    staff: listStaff(parts),
    addStaff: addStaff(parts),
    removeStaff: removeStaff(parts),
    renewPin: renewPin(parts),
    unlockStaff: unlockStaff(parts),
    trail: exportTrail(parts),
    updates: listUpdates(parts),
    addUpdate: addUpdate(parts),
    withdrawUpdate: withdrawUpdate(parts),
  };
}

type OperatorRoutes = ReturnType<typeof createOperatorRoutes>;

/** What the hub's own commands take and get back, as JSON carries it. */
export type OperatorApi = {
  readonly [Name in keyof OperatorRoutes]: OperatorRoutes[Name] extends {
    answer(asked: infer Asked): Promise<infer Answer>;
  }
    ? { readonly asked: Asked; readonly answer: Extract<Answer, { ok: true }> }
    : never;
};
