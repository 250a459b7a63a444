import { err, ok, type Result } from '../domain/result.ts';
import type { Identity } from './identity/identity.ts';
import type { Store } from './store/store.ts';

const keys = { hubKey: 'hub-key', pin: 'tls-pin', restored: 'restored' } as const;

/** A database belongs to one identity: with another, kiosks would be refused by one process and served by the next. */
export async function claimDatabase(store: Store, identity: Identity): Promise<Result<void, string>> {
  for (const [name, value] of [
    [keys.hubKey, identity.hubKey],
    [keys.pin, identity.pin],
  ] as const) {
    // prettier-ignore
    const stored = await store.settings.setOnce(name, value);
    if (!stored.ok)
      return err('The hub’s database does not take writes. Make room on its disk, and check its permissions.');
    if (stored.value !== value) {
      return err(
        'The database belongs to a hub with another identity. Start with a copy of that hub’s data folder, or with the same event key at a first start (--key FILE and an empty --data folder); or name another database.',
      );
    }
  }
  return ok();
}

/**
 * Whether this database stands in for one that was lost. The first `--restore` closes the seats; later starts, with or without it, leave
 * to the operator when they open, and go on taking kiosks back.
 */
export async function markRestored(store: Store, asked: boolean): Promise<Result<boolean, 'storage-failed'>> {
  const before = await store.settings.get(keys.restored);
  if (!before.ok) return before;
  if (before.value !== null) return ok(true);
  if (!asked) return ok(false);
  const closed = await store.seats.markRestored();
  if (!closed.ok) return closed;
  const noted = await store.settings.set(keys.restored, 'yes');
  return noted.ok ? ok(true) : noted;
}
