import type { ToldByPage } from '../../electron/doctor/page/page-findings.ts';
import { findUncovered } from '../documents/coverage/find-uncovered.ts';

type Script = ToldByPage['scripts'][number];

const side = 48;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** In the last plane, for nobody's characters: whatever is drawn for it is what is drawn for a missing one. */
const nobodys = '\u{10fff0}';

/**
 * Draws a line of a script in the bundled fonts as screens and sheets do, and looks at what came out: a font file that cannot be read, a
 * character that no font holds, and one that comes out as a box or as nothing, each counted by itself.
 */
export async function lookAtScript({ language, text }: { language: string; text: string }): Promise<Script> {
  const uncovered = findUncovered(text).length;
  const family = familyFor(language);
  const unread = await countUnread(family, text);
  return { language, uncovered, unread, boxes: countBoxes(family, text) };
}

function familyFor(language: string): string {
  const probe = document.createElement('span');
  probe.lang = language;
  document.body.append(probe);
  const { fontFamily } = getComputedStyle(probe);
  probe.remove();
  return fontFamily;
}

/** The slices of the fonts that the text asks for. */
async function countUnread(family: string, text: string): Promise<number> {
  try {
    const faces = await document.fonts.load(`${String(side / 2)}px ${family}`, text);
    const unread = faces.filter(({ status }) => status !== 'loaded').length;
    return faces.length === 0 ? 1 : unread;
  } catch {
    return 1;
  }
}

function countBoxes(family: string, text: string): number {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return 1;
  const draw = (character: string) => {
    context.clearRect(0, 0, side, side);
    context.font = `${String(side / 2)}px ${family}`;
    context.textBaseline = 'middle';
    context.fillText(character, side / 4, side / 2);
    return context.getImageData(0, 0, side, side).data;
  };
  const box = draw(nobodys).join();
  const characters = [...segmenter.segment(text)].map(({ segment }) => segment).filter((each) => each.trim() !== '');
  return characters.filter((each) => {
    const picture = draw(each);
    return picture.every((value) => value === 0) || picture.join() === box;
  }).length;
}
