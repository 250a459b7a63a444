/**
 * The name under which the hub itself writes what staff do at it: corrections, registrations on behalf, arrivals by hand. Its records are like
 * any kiosk's, signed with the hub's key. It is no machine, so it stands in no list of them, and no kiosk gets its name.
 */
export const deskKiosk = 'hub-desk';
