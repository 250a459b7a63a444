/** What kind of visitor somebody is. */
export const visitorStatuses = ['student', 'graduate', 'experienced'] as const;
export type VisitorStatus = (typeof visitorStatuses)[number];
