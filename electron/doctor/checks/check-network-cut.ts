import { bad, green, type Check, type Found } from '../check.ts';
import type { NetworkCut } from '../rehearsal/cut-network.ts';

/** Whether what is registered while the network is cut arrives once it is back, each once. */
export function checkNetworkCut(cutNetwork: (signal: AbortSignal) => Promise<NetworkCut>): Check {
  async function examine(signal: AbortSignal): Promise<Found> {
    const { promised, arrived, milliseconds } = await cutNetwork(signal);
    const facts = { promised, arrived, milliseconds };
    if (promised === 0) return bad('red', 'doctor-rehearsal-failed', facts);
    return arrived === promised ? green(facts) : bad('red', 'doctor-record-not-sent', facts);
  }
  return { name: 'network-cut', limitSeconds: 60, examine: async (signal) => [await examine(signal)] };
}
