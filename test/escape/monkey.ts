import { allChords } from './key-techniques.ts';
import { screen } from './session.ts';
import type { Technique } from './technique.ts';

const keys = ['Return', 'space', 'Tab', 'Escape', 'BackSpace', 'Up', 'Down', 'Left', 'Right', 'a', 'Z', '7', 'at'];

/** The kiosk's own way out for people: it opens what staff may open, and its dialogs stay for a minute. */
const ofStaff = new Set(['ctrl+alt+p', 'ctrl+alt+s']);

export const monkey: Technique = {
  name: 'monkey',
  about: 'random keys, chords, clicks with every button, drags and wheels',
  short: true,
  async attempt({ hand, random, monkeySeconds }) {
    const end = performance.now() + monkeySeconds * 1000;
    const point = () => ({ x: random.integer(0, screen.width - 1), y: random.integer(0, screen.height - 1) });
    const chords = allChords.filter((chord) => !ofStaff.has(chord));
    while (performance.now() < end) {
      const deed = random.fraction();
      if (deed < 0.35) await hand.press(random.pick(chords));
      else if (deed < 0.5) await hand.press(random.pick(keys));
      else if (deed < 0.8) await hand.click(point(), random.pick([1, 1, 1, 2, 3, 8, 9]));
      else if (deed < 0.9) await hand.drag(point(), point());
      else if (deed < 0.95) {
        const held = random.pick(['nothing', 'ctrl', 'shift', 'alt'] as const);
        await hand.scroll(point(), random.pick([-3, 3]), held === 'nothing' ? undefined : held);
      } else await hand.longPress(point(), 600);
    }
    return null;
  },
};
