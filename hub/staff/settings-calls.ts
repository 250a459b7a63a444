import { err, ok } from '../../domain/result.ts';
import type { StaffParts } from './staff-parts.ts';
import type { StaffRoutes } from './staff-routes.ts';

/** What staff see and change of what kiosks are told in place of their kiosk.json. */
export function createSettingsCalls({
  store,
}: Pick<StaffParts, 'store'>): Pick<StaffRoutes, 'kioskSettings' | 'changeKioskSettings'> {
  return {
    async kioskSettings() {
      const settings = await store.kioskSettings.list();
      return settings.ok ? ok({ settings: Object.fromEntries(settings.value) }) : settings;
    },
    async changeKioskSettings({ kiosk, change }, session) {
      // Addresses are no business of the trail; which settings were changed is.
      const subjects = [kiosk, ...Object.keys(change)];
      const noting = store.noting({ session, action: 'changeKioskSettings', subjects });
      const changed = await noting.kioskSettings.change([{ kiosk, change }]);
      if (changed.ok) return ok({});
      return err(changed.reason === 'unknown-position' ? 'bad-request' : changed.reason);
    },
  };
}
