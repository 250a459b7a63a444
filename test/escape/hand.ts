import { setTimeout as wait } from 'node:timers/promises';
import { runProgram } from './run-program.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Presses real keys and buttons of the X server's own keyboard and pointer (XTEST). */
export interface Hand {
  /** `ctrl+shift+i`, `Super_L`, by the names of X. */
  press(...chords: readonly string[]): Promise<void>;
  /** Keys held together for so long, in milliseconds. */
  hold(chord: string, milliseconds: number): Promise<void>;
  type(text: string): Promise<void>;
  /** 1 left, 2 middle, 3 right, 8 and 9 back and forward. */
  click(at: Point, button?: number): Promise<void>;
  longPress(at: Point, milliseconds: number): Promise<void>;
  drag(from: Point, to: Point): Promise<void>;
  /** The wheel, upwards when positive; with keys held, such as Control. */
  scroll(at: Point, steps: number, held?: string): Promise<void>;
}

export function createHand(display: string): Hand {
  const xdotool = (...args: (string | number)[]) => runProgram('xdotool', args.map(String), display);
  const moveTo = ({ x, y }: Point) => ['mousemove', Math.round(x), Math.round(y)] as const;
  return {
    async press(...chords) {
      for (const chord of chords) await xdotool('key', '--clearmodifiers', '--delay', 20, chord);
    },
    async hold(chord, milliseconds) {
      await xdotool('keydown', chord);
      await wait(milliseconds);
      await xdotool('keyup', chord);
    },
    async type(text) {
      await xdotool('type', '--delay', 15, text);
    },
    async click(at, button = 1) {
      await xdotool(...moveTo(at), 'click', button);
    },
    async longPress(at, milliseconds) {
      await xdotool(...moveTo(at), 'mousedown', 1);
      await wait(milliseconds);
      await xdotool('mouseup', 1);
    },
    async drag(from, to) {
      await xdotool(...moveTo(from), 'mousedown', 1);
      for (const part of [0.05, 0.1, 0.25, 0.5, 0.75, 1]) {
        await xdotool(...moveTo({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }));
        await wait(20);
      }
      await xdotool('mouseup', 1);
    },
    async scroll(at, steps, held) {
      if (held !== undefined) await xdotool('keydown', held);
      await xdotool(...moveTo(at), 'click', '--repeat', Math.abs(steps), '--delay', 20, steps > 0 ? 4 : 5);
      if (held !== undefined) await xdotool('keyup', held);
    },
  };
}
