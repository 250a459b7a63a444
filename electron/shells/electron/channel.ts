/** The one channel between page and host; the verb is its first argument. */
export const channel = 'foyer';
