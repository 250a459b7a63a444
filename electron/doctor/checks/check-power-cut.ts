import { bad, green, type Check, type Found } from '../check.ts';
import { judgeMount, type Mount } from '../machine/mounts.ts';
import type { PowerCut } from '../rehearsal/cut-power.ts';

export interface PowerCutFacts {
  /** What the data folder lies on; null where the system does not tell (not Linux). */
  readonly mount: Mount | null;
  readonly cutPower: (signal: AbortSignal) => Promise<PowerCut>;
}

/**
 * Whether a promise survives a power cut. A killed process stands for the cut: it proves journal and recovery on this disk. What a disk's own
 * cache would lose, only pulling the plug shows; the file system is asked whether it is mounted in a way that would.
 */
export function checkPowerCut({ mount, cutPower }: PowerCutFacts): Check {
  async function examine(signal: AbortSignal): Promise<Found> {
    const { promised, lost, isWhole, milliseconds, refusal } = await cutPower(signal);
    const disk = { fileSystem: mount?.kind ?? null, device: mount?.device ?? null };
    const facts = {
      simulates: 'a killed process, not a lost disk cache',
      promised,
      lost,
      isWhole,
      milliseconds,
      ...disk,
    };
    if (lost > 0) return bad('red', 'doctor-records-lost', facts);
    if (refusal !== null || promised === 0) return bad('red', 'doctor-rehearsal-failed', { ...facts, refusal });
    if (!isWhole) return bad('red', 'doctor-records-lost', facts);
    switch (mount === null ? 'keeps' : judgeMount(mount)) {
      case 'keeps':
        return green(facts);
      case 'forgets':
        return bad('red', 'doctor-disk-forgets', { ...facts, options: mount?.options.join(',') ?? null });
      case 'unsure':
        return bad('amber', 'doctor-disk-unsure', facts);
    }
  }
  return { name: 'power-cut', limitSeconds: 60, examine: async (signal) => [await examine(signal)] };
}
