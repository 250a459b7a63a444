import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';
import { kioskSettingsChangeSchema } from '../../domain/protocol/kiosk-settings.ts';
import { err, ok } from '../../domain/result.ts';
import { refuse } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { OperatorParts } from './operator-parts.ts';

/** GET /v1/operator/kiosk-settings */
export function listSettings({ store }: OperatorParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/operator/kiosk-settings',
    access: 'operator',
    async answer() {
      const settings = await store.kioskSettings.list();
      return settings.ok ? ok({ settings: Object.fromEntries(settings.value) }) : err(refuse(settings.reason));
    },
  });
}

/** POST /v1/operator/kiosk-settings: for one kiosk, for some, or with `*` for all; all of it or nothing. */
export function changeSettings({ store, logger }: OperatorParts) {
  const change = z.strictObject({ kiosk: z.union([z.literal('*'), slugSchema]), change: kioskSettingsChangeSchema });
  return defineRoute({
    method: 'POST',
    path: '/v1/operator/kiosk-settings',
    access: 'operator',
    body: z.strictObject({ changes: z.array(change).min(1).max(500) }),
    async answer({ body: { changes } }) {
      const subjects = [...new Set(changes.flatMap(({ kiosk, change: each }) => [kiosk, ...Object.keys(each)]))];
      const noting = store.noting({ session: null, action: 'kiosk-settings', subjects: subjects.slice(0, 200) });
      const changed = await noting.kioskSettings.change(changes);
      if (!changed.ok) {
        if (changed.reason !== 'unknown-position') return err(refuse(changed.reason));
        const message = 'The event has no such place for a kiosk. Write an id of the kiosks in event.json.';
        return err(refuse('bad-request', { message }));
      }
      logger.info({ kiosks: changed.value.length }, 'settings of kiosks changed');
      return ok({ kiosks: changed.value });
    },
  });
}
