import {
  applyKioskSettings,
  kioskSettingsItemSchema,
  readKioskSettings,
  type KioskSettings,
  type KioskSettingsChange,
} from '../../domain/protocol/kiosk-settings.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { attemptResult } from './attempt.ts';
import type { Change, Queries } from './database/database.ts';
import { deskKiosk } from './desk-kiosk.ts';
import { readEvent, writeFeedItems } from './feed-publish.ts';
import type { Parts } from './parts.ts';
import type { Answer } from './store.ts';

/** `kiosk`: its name, or `*` for every one that is not revoked. */
export interface SettingsChange {
  readonly kiosk: string;
  readonly change: KioskSettingsChange;
}

/** What kiosks are told in place of their kiosk.json. Each change goes to them over the feed. */
export interface KioskSettingsStore {
  list(): Answer<ReadonlyMap<string, KioskSettings>>;
  /**
   * All changes or none. @returns the names of the kiosks that were changed
   * - `not-found`: no such kiosk, or one that is shut out
   * - `unknown-position`: event.json has no such kiosk
   */
  change(changes: readonly SettingsChange[]): Answer<string[], 'not-found' | 'unknown-position'>;
}

export function createKioskSettings({ database, attempt }: Pick<Parts, 'database' | 'attempt'>): KioskSettingsStore {
  async function write(
    trx: Change,
    changes: readonly SettingsChange[],
  ): Promise<Result<string[], 'not-found' | 'unknown-position'>> {
    const rows = await trx
      .selectFrom('kiosk')
      .select('kiosk')
      .where('is_revoked', '=', 0)
      .where('kiosk', '!=', deskKiosk)
      .execute();
    const known = rows.map(({ kiosk }) => kiosk);
    const positions = new Set((await readEvent(trx))?.kiosks.map(({ id }) => id));
    const settings = new Map(await read(trx));
    const changed = new Set<string>();
    for (const { kiosk, change } of changes) {
      const names = kiosk === '*' ? known : known.filter((name) => name === kiosk);
      if (names.length === 0) return err('not-found');
      const { position } = change;
      if (position !== undefined && position !== null && !positions.has(position)) return err('unknown-position');
      for (const name of names) {
        settings.set(name, applyKioskSettings(settings.get(name) ?? {}, change));
        changed.add(name);
        if (typeof position === 'string')
          await trx.updateTable('kiosk').set({ position }).where('kiosk', '=', name).execute();
      }
    }
    const items = [...changed].map((kiosk) => {
      const body = JSON.stringify({ kiosk, settings: settings.get(kiosk) ?? {} });
      return { kind: 'kiosk-settings' as const, id: kiosk, body };
    });
    await writeFeedItems({ database, trx, items });
    return ok([...changed]);
  }

  return {
    list: () => attempt(() => read(database.db)),
    change: (changes) => attemptResult(attempt, () => database.change((trx) => write(trx, changes))),
  };
}

async function read(queries: Queries): Promise<ReadonlyMap<string, KioskSettings>> {
  const rows = await queries
    .selectFrom('feed_item')
    .select(['id', 'body'])
    .where('kind', '=', 'kiosk-settings')
    .where('body', 'is not', null)
    .execute();
  return new Map(
    rows.map(({ id, body }) => [
      id,
      readKioskSettings(kioskSettingsItemSchema.parse(JSON.parse(body ?? '{}')).settings),
    ]),
  );
}
