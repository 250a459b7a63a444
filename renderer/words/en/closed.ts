/** A kiosk that takes no visitors for now. */
export const closed = {
  title: 'Please use the next kiosk',
  note: 'This one is closed for now. What you registered is safe.',
  shut: 'Takes no visitors',
};
