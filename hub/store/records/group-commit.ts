import { setImmediate } from 'node:timers/promises';

/** So many items go into one transaction at most: 40 ms of SQLite. */
const largestGroup = 1000;

interface Waiting<Batch, Answer> {
  readonly batch: Batch;
  readonly size: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: what arrives while a commit is under way is committed together, because the disk's sync (0.3 to 10 ms) is what a small
 * batch costs. A single batch never waits for company. A group that fails is tried again one by one, so that no batch fails for another.
 */
export function createGroupCommit<Batch, Answer>(commit: (batches: readonly Batch[]) => Promise<Answer[]>) {
  const queue: Waiting<Batch, Answer>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (queue.length > 0) {
      // SQLite answers without ever leaving this thread's turn, so what has arrived would not be seen: each would commit alone.
      await setImmediate();
      await settle(takeGroup(queue));
    }
    isRunning = false;
  }

  async function settle(group: readonly Waiting<Batch, Answer>[]): Promise<void> {
    try {
      const answers = await commit(group.map(({ batch }) => batch));
      for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      if (group.length === 1) for (const { reject } of group) reject(error);
      else for (const waiting of group) await settle([waiting]);
    }
  }

  return (batch: Batch, size: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      queue.push({ batch, size, resolve, reject });
      if (!isRunning) void run();
    });
}

function takeGroup<Batch, Answer>(queue: Waiting<Batch, Answer>[]): Waiting<Batch, Answer>[] {
  let size = 0;
  const end = queue.findIndex((waiting, index) => (size += waiting.size) > largestGroup && index > 0);
  return queue.splice(0, end < 0 ? queue.length : end);
}
