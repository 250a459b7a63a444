import { replicateByDexie } from './by-dexie.ts';
import { replicateByRxdb } from './by-rxdb.ts';

const peers = { replicateByDexie, replicateByRxdb };
export type Peers = typeof peers;
Object.assign(window, { peers });
