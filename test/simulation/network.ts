import type { Answer, Question } from './messages.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';

/** As the fault tests have it: shares from 0 to 1, milliseconds. */
export const badNetwork = {
  dropped: 0.3,
  doubled: 0.1,
  latest: 5000,
  /** Held up on the way, as by a half-open connection, and let go as late. */
  stalled: 0.05,
  latestStalled: 60_000,
  patience: 10_000,
  hubCrash: 0.01,
  overloaded: 0.02,
};

export interface Network {
  /**
   * Exactly one `answered`, with null when nothing came in time or what came is no answer of a hub. Every copy that comes after it goes to
   * `late`.
   */
  ask(task: {
    kiosk: string;
    question: Question;
    answered: (answer: Answer | null) => void;
    late: (answer: Answer) => void;
  }): void;
  /** Nothing gets through: refused at once, or swallowed (half-open). */
  cut(kiosk: string, how: 'refused' | 'half-open' | null): void;
  /** Somebody else answers: 200, with a page. */
  capture(isCaptured: boolean): void;
  stopHub(isStopped: boolean): void;
  /** The hub does not crash any more. */
  readonly calm: () => void;
}

export function createNetwork(parts: {
  timeline: Timeline;
  random: Random;
  handle: (kiosk: string, question: Question) => Answer;
  /** The hub dies now; what it answers is lost. */
  onCrash: () => void;
}): Network {
  const { timeline, random, handle, onCrash } = parts;
  const cuts = new Map<string, 'refused' | 'half-open'>();
  let captured = false;
  let stopped = false;
  let calm = false;
  const delay = () =>
    1 + random.below(random.chance(badNetwork.stalled) ? badNetwork.latestStalled : badNetwork.latest);

  function arrive(kiosk: string, question: Question, reply: (answer: Answer) => void): void {
    if (stopped) return;
    const crash = !calm && random.chance(badNetwork.hubCrash);
    // Before the commit, or after it and before the answer.
    if (crash && random.chance(0.5)) {
      onCrash();
      return;
    }
    const isOverloaded = random.chance(badNetwork.overloaded);
    const answer: Answer = isOverloaded
      ? { kind: 'refused', retryAfter: random.chance(0.5) ? random.below(20_000) : undefined }
      : handle(kiosk, question);
    if (crash) onCrash();
    else reply(answer);
  }

  return {
    ask({ kiosk, question, answered, late }) {
      let isOpen = true;
      const finish = (answer: Answer | null) => {
        if (isOpen) {
          isOpen = false;
          answered(answer);
        } else if (answer !== null) late(answer);
      };
      timeline.after(badNetwork.patience, () => {
        if (isOpen) finish(null);
      });
      const cut = cuts.get(kiosk);
      if (cut === 'half-open') return;
      if (cut === 'refused' || captured) {
        timeline.after(delay(), () => {
          if (isOpen) finish(null);
        });
        return;
      }
      const copies = random.chance(badNetwork.doubled) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        if (random.chance(badNetwork.dropped)) continue;
        timeline.after(delay(), () => {
          arrive(kiosk, question, (answer) => {
            if (random.chance(badNetwork.dropped)) return;
            const times = random.chance(badNetwork.doubled) ? 2 : 1;
            for (let time = 0; time < times; time += 1) {
              timeline.after(delay(), () => {
                finish(answer);
              });
            }
          });
        });
      }
    },
    cut(kiosk, how) {
      if (how === null) cuts.delete(kiosk);
      else cuts.set(kiosk, how);
    },
    capture(isCaptured) {
      captured = isCaptured;
    },
    stopHub(isStopped) {
      stopped = isStopped;
    },
    calm() {
      calm = true;
    },
  };
}
