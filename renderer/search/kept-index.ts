import { Dexie, type Table } from 'dexie';
import { buildIndex, type BuiltIndex } from './catalogue-index.ts';
import type { SearchContent } from './content.ts';
import { packIndex, unpackIndex, type PackedIndex } from './pack-index.ts';

interface KeptIndex {
  readonly key: 'index';
  readonly fingerprint: string;
  readonly packed: PackedIndex;
}

/**
 * A database of its own: whatever happens to it, the catalogue's cache and the mirror beside it stay as they are, and its durability may be
 * the default, because the index can be built again at any time.
 */
class IndexDatabase extends Dexie {
  declare readonly indexes: Table<KeptIndex, KeptIndex['key']>;

  constructor() {
    super('foyer-search');
    this.version(1).stores({ indexes: 'key' });
  }
}

/** An IndexedDB that does not answer must not keep visitors from searching. */
const patienceMilliseconds = 1500;

/**
 * The index for this content: kept from an earlier start, or else built and kept for the next.
 * @param maker who builds it; another version's index is not read, because its terms may be others
 */
export async function readOrBuildIndex(content: SearchContent, maker: string): Promise<BuiltIndex> {
  const fingerprint = `${maker} ${fingerprintOf(JSON.stringify(content))}`;
  const kept = await readKept(fingerprint);
  if (kept) return kept;
  const built = buildIndex(content);
  void keep({ key: 'index', fingerprint, packed: packIndex(built) });
  return built;
}

async function readKept(fingerprint: string): Promise<BuiltIndex | null> {
  const database = new IndexDatabase();
  try {
    const row = await Promise.race([database.indexes.get('index'), giveUp()]);
    return row?.fingerprint === fingerprint ? unpackIndex(row.packed) : null;
  } catch {
    return null;
  } finally {
    database.close();
  }
}

async function keep(row: KeptIndex): Promise<void> {
  const database = new IndexDatabase();
  try {
    await database.indexes.put(row);
  } catch {
    // A full or broken disk: the next start builds again.
  } finally {
    database.close();
  }
}

function giveUp(): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, patienceMilliseconds);
  });
}

/** 53 bits of a text (cyrb53, public domain): enough to tell catalogues apart, and 25 MB take a tenth of a second. */
export function fingerprintOf(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${text.length} ${4294967296 * (2097151 & low) + (high >>> 0)}`;
}
