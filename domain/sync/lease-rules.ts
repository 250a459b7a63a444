/** How many seats of a session the hub may grant now. @param held by kiosks: granted and not returned, booked or not */
export function grantSeats({ capacity, held, wanted }: { capacity: number; held: number; wanted: number }): number {
  return Math.max(0, Math.min(wanted, capacity - held));
}

/** Seats that a kiosk can still give away from one lease. @param booked and not cancelled */
export function seatsLeft({ seats, returned, booked }: { seats: number; returned: number; booked: number }): number {
  return Math.max(0, seats - returned - booked);
}

/**
 * Whether a booking that arrives at the hub may stand. What was given back does not count here: the kiosk gives a seat back after a
 * cancellation, and word of that may come before the records of the booking and the cancellation do.
 * @param booked of this lease and not cancelled, as far as the hub has heard
 */
export function mayBook({ seats, booked }: { seats: number; booked: number }): boolean {
  return booked < seats;
}
