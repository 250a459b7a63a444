/** What a folder lies on. */
export interface Mount {
  /** `ext4`, `btrfs`, `tmpfs`, … */
  readonly kind: string;
  /** Of the mount and of its file system. */
  readonly options: readonly string[];
  readonly device: string;
}

/**
 * The mount that holds a path, from `/proc/self/mountinfo` (proc_pid_mountinfo(5)); null when the text has none. Of several at one place the
 * last is on top.
 * @param path absolute and without links
 */
export function findMount(mountinfo: string, path: string): Mount | null {
  const mounts = mountinfo.split('\n').flatMap(parseLine);
  const holding = mounts.filter(({ place }) => place === path || path.startsWith(place === '/' ? '/' : `${place}/`));
  const longest = Math.max(...holding.map(({ place }) => place.length));
  const found = holding.findLast(({ place }) => place.length === longest);
  return found === undefined ? null : { kind: found.kind, options: found.options, device: found.device };
}

function parseLine(line: string): (Mount & { place: string })[] {
  const [head = '', tail] = line.split(' - ');
  if (tail === undefined) return [];
  const [, , , , place = '', mountOptions = ''] = head.split(' ');
  const [kind = '', device = '', superOptions = ''] = tail.split(' ');
  const options = [...mountOptions.split(','), ...superOptions.split(',')].filter((option) => option !== '');
  return [{ place: unescape(place), kind, device, options }];
}

/** Space, tab, newline and backslash stand there as octal numbers. */
function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}

/** In memory: gone with the power. */
const volatile = ['tmpfs', 'ramfs', 'devtmpfs'];
/** Where another machine, or a program, answers for what was written. */
const distant = ['nfs', 'nfs4', 'cifs', 'smb3', '9p', 'virtiofs', 'overlay', 'vfat', 'exfat', 'msdos'];
/** An acknowledged write is not on the medium, or what was written may come back as rubbish (ext4(5), btrfs(5)). */
const lying = ['nobarrier', 'barrier=0', 'data=writeback'];

export type PowerCut = 'keeps' | 'forgets' | 'unsure';

/** What a power cut does to what was written and acknowledged. */
export function judgeMount({ kind, options }: Mount): PowerCut {
  if (volatile.includes(kind)) return 'forgets';
  if (options.some((option) => lying.includes(option))) return 'forgets';
  return distant.includes(kind) || kind.startsWith('fuse') ? 'unsure' : 'keeps';
}
