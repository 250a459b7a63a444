import { statSync } from 'node:fs';
import process from 'node:process';

/**
 * An administrator who examines a kiosk leaves no file that the kiosk's own user could not read: the process becomes that user, for good.
 * @param folder whose owner it becomes; nothing happens when there is no such folder, it is root's own, or this is not root
 */
export function becomeOwner(folder: string): void {
  if (process.getuid?.() !== 0) return;
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner === undefined || owner.uid === 0) return;
  // Node has it and its types do not (process.initgroups, POSIX only).
  const groups = process as { initgroups?: (user: number, group: number) => void };
  // Its own groups too: of printers, scanners and touchscreens.
  groups.initgroups?.(owner.uid, owner.gid);
  process.setgid?.(owner.gid);
  process.setuid?.(owner.uid);
}
