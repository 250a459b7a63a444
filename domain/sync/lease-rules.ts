/** How many seats of a session the hub may grant now. @param held by kiosks: granted and not returned, booked or not */
export function grantSeats({ capacity, held, wanted }: { capacity: number; held: number; wanted: number }): number {
  return Math.max(0, Math.min(wanted, capacity - held));
}

/** Seats that a kiosk can still give away from one lease. @param booked and not cancelled */
export function seatsLeft({ seats, returned, booked }: { seats: number; returned: number; booked: number }): number {
  return Math.max(0, seats - returned - booked);
}
