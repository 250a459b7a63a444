import { assert } from '../../domain/assert.ts';
import { standardMedia } from '../../domain/print-job.ts';
import { createBridge, type BridgeParts, type HostBridge } from './bridge.ts';

/** For tests: a bridge whose verbs are bugs to reach unless they are given. */
export function createTestBridge(parts: Partial<BridgeParts> = {}): HostBridge {
  const unreachable = (): never => {
    assert(false, 'no such call reaches the host');
  };
  return createBridge({
    greeting: {
      kiosk: { id: 'K1', place: 'kiosk-1' },
      media: standardMedia['72mm'],
      idle: { warnAfterSeconds: 45, wipeAfterSeconds: 15 },
      shell: 'chromium',
      camera: true,
    },
    onGreet: () => undefined,
    catalogueFeed: { pull: unreachable },
    register: unreachable,
    checkIn: unreachable,
    listSeats: unreachable,
    takeSeat: unreachable,
    cancelSeat: unreachable,
    status: unreachable,
    awaitNews: unreachable,
    listErasedRecords: unreachable,
    listRecords: unreachable,
    print: unreachable,
    desk: {
      choosePrinter: unreachable,
      mediaOf: (printer) => (printer === 'first' ? standardMedia['72mm'] : null),
      report: unreachable,
      command: unreachable,
    },
    staff: {
      signIn: unreachable,
      signOut: unreachable,
      touch: unreachable,
      call: unreachable,
      isSignedIn: () => false,
      isSupervisor: () => false,
    },
    goLive: unreachable,
    gate: unreachable,
    pulse: unreachable,
    beginVisit: unreachable,
    endVisit: unreachable,
    ...parts,
  });
}
