/** What visitors were told, kept by the test and by nobody else. */
export interface Ledger {
  /** "You are registered", "a seat is yours", and the like. @param poison the hub must refuse it, and show it */
  acknowledge(record: { id: string; kiosk: string; sequence: number; poison: boolean }): void;
  book(): void;
  cancel(): void;
  readonly promised: ReadonlyMap<string, { kiosk: string; sequence: number; poison: boolean }>;
  /** The most seats that visitors held at one time. */
  mostBooked(): number;
  booked(): number;
}

export function createLedger(): Ledger {
  const promised = new Map<string, { kiosk: string; sequence: number; poison: boolean }>();
  let booked = 0;
  let most = 0;
  return {
    promised,
    acknowledge({ id, ...where }) {
      promised.set(id, where);
    },
    book() {
      booked += 1;
      most = Math.max(most, booked);
    },
    cancel() {
      booked -= 1;
    },
    mostBooked: () => most,
    booked: () => booked,
  };
}
