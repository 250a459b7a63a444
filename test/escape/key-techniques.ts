import type { Technique } from './technique.ts';

/** What each would do in a browser, on a desktop, or on a console. */
const chords: Readonly<Record<string, readonly string[]>> = {
  'close the window': [
    'alt+F4',
    'ctrl+w',
    'ctrl+F4',
    'ctrl+shift+w',
    'ctrl+q',
    'ctrl+shift+q',
    'super+q',
    'alt+shift+F4',
  ],
  'another window': [
    ...[
      'alt+Tab',
      'alt+shift+Tab',
      'alt+Escape',
      'alt+F6',
      'super+Tab',
      'ctrl+alt+Tab',
      'super+d',
      'ctrl+alt+d',
      'super+Down',
      'super+h',
    ],
    ...[
      'alt+F9',
      'alt+F10',
      'alt+F5',
      'alt+F7',
      'alt+F8',
      'super+Up',
      'super+Left',
      'alt+n',
      'alt+p',
      'alt+c',
      'alt+d',
      'alt+m',
    ],
  ],
  'a new window or tab': [
    'ctrl+n',
    'ctrl+t',
    'ctrl+shift+n',
    'ctrl+shift+t',
    'ctrl+shift+p',
    'ctrl+1',
    'ctrl+9',
    'ctrl+shift+m',
    'ctrl+shift+k',
  ],
  'another tab': ['ctrl+Tab', 'ctrl+shift+Tab', 'ctrl+Prior', 'ctrl+Next', 'ctrl+shift+a'],
  'a dialog': [
    'ctrl+p',
    'ctrl+shift+s',
    'ctrl+o',
    'ctrl+s',
    'ctrl+j',
    'ctrl+h',
    'ctrl+d',
    'ctrl+shift+d',
    'ctrl+shift+o',
    'ctrl+shift+b',
    'ctrl+shift+Delete',
  ],
  'the source': ['ctrl+u', 'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'ctrl+shift+e', 'ctrl+alt+u', 'ctrl+alt+i'],
  'another zoom': [
    'ctrl+plus',
    'ctrl+equal',
    'ctrl+KP_Add',
    'ctrl+minus',
    'ctrl+KP_Subtract',
    'ctrl+shift+plus',
    'ctrl+0',
  ],
  'search and address': [
    'ctrl+f',
    'ctrl+g',
    'ctrl+shift+g',
    'ctrl+e',
    'ctrl+k',
    'ctrl+l',
    'alt+d',
    'F6',
    'ctrl+shift+y',
    'slash',
    'apostrophe',
  ],
  'another page': [
    'alt+Left',
    'alt+Right',
    'alt+Home',
    'BackSpace',
    'shift+BackSpace',
    'ctrl+bracketleft',
    'ctrl+r',
    'ctrl+shift+r',
    'ctrl+F5',
    'shift+F5',
  ],
  'a menu': [
    'alt',
    'alt+f',
    'alt+e',
    'alt+space',
    'Menu',
    'shift+F10',
    'Super_L',
    'Super_R',
    'super+r',
    'super+e',
    'super+l',
    'super+space',
    'ctrl+Escape',
    'alt+F1',
    'alt+F2',
    'alt+F3',
  ],
  'the browser’s own': [
    'shift+Escape',
    'ctrl+shift+Escape',
    'F7',
    'ctrl+shift+u',
    'ctrl+shift+F6',
    'ctrl+m',
    'alt+shift+i',
    'alt+shift+t',
    'alt+shift+a',
    'alt+shift+b',
    'ctrl+alt+shift+r',
    'ctrl+shift+1',
  ],
  'a function key': ['F1', 'F2', 'F3', 'F4', 'F5', 'F8', 'F9', 'F10', 'F11', 'F12'],
  'a console': [
    ...Array.from({ length: 12 }, (_, number) => `ctrl+alt+F${number + 1}`),
    ...[
      'ctrl+alt+Delete',
      'ctrl+alt+BackSpace',
      'ctrl+alt+t',
      'ctrl+alt+x',
      'ctrl+alt+r',
      'ctrl+alt+e',
      'ctrl+alt+Escape',
      'alt+Sys_Req',
      'ctrl+alt+KP_Multiply',
    ],
  ],
  'a picture or a printer': ['Print', 'alt+Print', 'shift+Print', 'ctrl+Print', 'super+shift+s'],
  Escape: ['Escape', 'ctrl+c', 'ctrl+a', 'ctrl+x', 'ctrl+v', 'ctrl+z', 'Insert', 'ctrl+Insert', 'shift+Insert'],
  'a key for media': [
    'XF86AudioPlay',
    'XF86AudioNext',
    'XF86HomePage',
    'XF86WWW',
    'XF86Mail',
    'XF86Search',
    'XF86Explorer',
    'XF86Back',
    'XF86Forward',
    'XF86Refresh',
    'XF86Calculator',
    'XF86Close',
    'XF86New',
    'XF86Open',
    'XF86Reload',
    'XF86Favorites',
    'XF86Terminal',
    'XF86PowerOff',
    'XF86Sleep',
  ],
};

const inShort = new Set([
  'alt+F4',
  'ctrl+w',
  'ctrl+n',
  'ctrl+t',
  'ctrl+p',
  'F11',
  'F12',
  'ctrl+plus',
  'ctrl+shift+n',
  'ctrl+alt+F2',
  'alt+Tab',
  'ctrl+shift+i',
]);

export const allChords = Object.values(chords).flat();

export const keyTechniques: readonly Technique[] = [
  ...Object.entries(chords).flatMap(([about, keys]) =>
    keys.map((chord): Technique => ({
      name: chord,
      about,
      short: inShort.has(chord),
      async attempt({ hand }) {
        await hand.press(chord);
        return null;
      },
    })),
  ),
  {
    name: 'sticky-keys',
    about: 'Shift five times, and held for ten seconds: a desktop’s accessibility keys',
    async attempt({ hand }) {
      await hand.press('shift', 'shift', 'shift', 'shift', 'shift', 'shift');
      await hand.hold('shift', 10_000);
      return null;
    },
  },
  {
    name: 'hold-escape',
    about: 'Escape held for three seconds leaves a browser’s full screen',
    async attempt({ hand }) {
      await hand.hold('Escape', 3000);
      return null;
    },
  },
  {
    name: 'hold-quit',
    about: 'Ctrl-Q and Ctrl-W held: what asks twice gives in',
    async attempt({ hand }) {
      await hand.hold('ctrl+q', 2000);
      await hand.hold('ctrl+w', 2000);
      return null;
    },
  },
  {
    name: 'address-blindly',
    about: 'an address typed after each key that could lead to an address line nobody sees',
    async attempt({ hand }) {
      for (const chord of ['ctrl+l', 'alt+d', 'F6', 'ctrl+t', 'ctrl+k']) {
        await hand.press(chord);
        await hand.type('chrome://version');
        await hand.press('Return');
      }
      return null;
    },
  },
  {
    name: 'chords-in-a-field',
    about: 'every one of the keys again while a field has the focus',
    async attempt({ hand, openField }) {
      await openField();
      for (const chord of allChords) await hand.press(chord);
      return null;
    },
  },
];
