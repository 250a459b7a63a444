import { z } from 'zod';
import { assert } from '../../../domain/assert.ts';
import { printerProfileSchema, type PrinterProfile } from '../../../domain/printer-profile.ts';
import type { PrinterAddress } from '../printer-address.ts';
import shipped from './printer-profiles.json' with { type: 'json' };

export const profileListSchema = z.array(printerProfileSchema).superRefine((profiles, context) => {
  profiles.forEach(({ id }, index) => {
    if (profiles.findIndex((other) => other.id === id) < index)
      context.addIssue({ code: 'custom', message: `the id ${id} is there twice`, path: [index, 'id'] });
  });
});

/** The models that Foyer knows; where their numbers come from stands in this folder's README. */
export const shippedProfiles: readonly PrinterProfile[] = profileListSchema.parse(shipped);

/** The plainest of what an address speaks. */
export function usualProfileId(address: PrinterAddress): string {
  switch (address.kind) {
    case 'folder':
      return 'folder';
    case 'tcp':
    case 'usb':
    case 'serial':
      return 'generic-esc-pos-80';
    case 'ipp':
    case 'queue':
      return 'generic-queue';
  }
}

/** One of the shipped profiles that the code itself names. */
export function shippedProfile(id: string): PrinterProfile {
  const profile = shippedProfiles.find((one) => one.id === id);
  assert(profile !== undefined, `the profile ${id} is shipped`);
  return profile;
}

/** Whether what an address leads to can be spoken to in a profile's dialect. */
export function goTogether(address: PrinterAddress, { dialect }: PrinterProfile): boolean {
  switch (address.kind) {
    case 'folder':
      return true;
    case 'tcp':
    case 'usb':
    case 'serial':
      return dialect !== 'queue' && dialect !== 'folder';
    case 'ipp':
    case 'queue':
      return dialect === 'queue';
  }
}
