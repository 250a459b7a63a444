export const attendeesPath = '/attendees';
