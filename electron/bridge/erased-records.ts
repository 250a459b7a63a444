import { z } from 'zod';
import { defineVerb } from './verb.ts';

/** Ids of records that the hub has ordered to erase, of whatever kiosk: the page's mirror must not have them. */
export function erasedRecords(list: () => string[]) {
  return defineVerb(z.strictObject({}), () => ({ records: list() }));
}
