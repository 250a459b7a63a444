/** Virtual time: what is to happen, in order. Nothing waits for anything. */
export interface Timeline {
  /** Milliseconds since the run began. */
  now(): number;
  after(milliseconds: number, act: () => void): void;
  /** Lets the next thing happen; false when nothing is left. */
  step(): boolean;
}

interface Entry {
  readonly at: number;
  /** What was planned first happens first. */
  readonly order: number;
  readonly act: () => void;
}

export function createTimeline(): Timeline {
  const heap: Entry[] = [];
  let now = 0;
  let planned = 0;

  function isBefore(one: Entry, other: Entry): boolean {
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  function rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ;) {
      const left = 2 * at + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) return;
      const child = other !== undefined && isBefore(other, one) ? left + 1 : left;
      if (!swapIfBefore(child, at)) return;
      at = child;
    }
  }

  function swapIfBefore(lower: number, upper: number): boolean {
    const [one, other] = [heap[lower], heap[upper]];
    if (one === undefined || other === undefined || !isBefore(one, other)) return false;
    heap[lower] = other;
    heap[upper] = one;
    return true;
  }

  return {
    now: () => now,
    after(milliseconds, act) {
      heap.push({ at: now + milliseconds, order: (planned += 1), act });
      rise(heap.length - 1);
    },
    step() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return false;
      if (first !== last) {
        heap[0] = last;
        sink();
      }
      now = first.at;
      first.act();
      return true;
    },
  };
}
