import type { CDPSession, Page } from 'playwright-core';
import type { Raster } from '../../domain/raster.ts';
import { toSingleLine } from '../../domain/text.ts';
import { uncoveredBy, type Coverage } from '../../renderer/documents/coverage/uncovered.ts';
import { blackShare, fontsOf } from '../documents/print-page.ts';

/** In dots of the sheet. */
interface Part {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface NameOnBadge {
  readonly text: string;
  /** CSS selector of its node. */
  readonly selector: string;
  /** Elements in its node: a name is text and nothing else. */
  readonly elements: number;
  /** Around its letters. */
  readonly part: Part;
  /** Of the paper that it may fill: all but the margins. */
  readonly room: Part;
}

/** The names on the badge that is going to be printed, once its fonts have arrived. */
export async function readNames(page: Page): Promise<NameOnBadge[]> {
  await page.locator('.sheet-to-print .badge[data-laid-out="yes"]').waitFor({ state: 'attached' });
  return page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.sheet-to-print .badge');
    const names = document.querySelector('.sheet-to-print .badge-names');
    if (sheet === null || names === null) return [];
    const outer = sheet.getBoundingClientRect();
    const scale = sheet.offsetWidth / outer.width;
    const { paddingLeft, paddingRight } = getComputedStyle(names);
    const room = {
      left: parseFloat(paddingLeft),
      top: 0,
      right: sheet.offsetWidth - parseFloat(paddingRight),
      bottom: sheet.offsetHeight,
    };
    return ['first', 'second'].flatMap((line) => {
      const selector = `.sheet-to-print [data-line="${line}"]`;
      const node = document.querySelector(selector);
      if (node === null) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()];
      const part = {
        left: (Math.min(...boxes.map(({ left }) => left)) - outer.left) * scale,
        top: (Math.min(...boxes.map(({ top }) => top)) - outer.top) * scale,
        right: (Math.max(...boxes.map(({ right }) => right)) - outer.left) * scale,
        bottom: (Math.max(...boxes.map(({ bottom }) => bottom)) - outer.top) * scale,
      };
      return [{ text: node.textContent, selector, elements: node.querySelectorAll('*').length, part, room }];
    });
  });
}

/** A letter may lean over its box by a hair. */
const tolerance = 1;

/** What a badge must say of what was typed: a field drops line ends, and the rest is made one line of printable text. */
export function expectNames({ own, latin }: { own: string; latin: string }): string[] {
  const lines = [own, latin].map((typed) => toSingleLine(typed.replace(/[\r\n]/gu, '')));
  return [...new Set(lines.filter((line) => line !== ''))];
}

export function checkNames(names: readonly NameOnBadge[], expected: readonly string[], coverage: Coverage): string[] {
  const found = names.map(({ text }) => text);
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    return [`the badge says ${JSON.stringify(found)} and not ${JSON.stringify(expected)}`];
  }
  return names.flatMap(({ text, elements, part, room }) => {
    const problems: string[] = [];
    const isInside =
      part.left >= room.left - tolerance &&
      part.top >= room.top - tolerance &&
      part.right <= room.right + tolerance &&
      part.bottom <= room.bottom + tolerance;
    if (!isInside) problems.push(`“${text}” leaves its room: ${JSON.stringify({ part, room })}`);
    if (elements > 0) problems.push(`“${text}” became ${elements} elements`);
    const uncovered = uncoveredBy(coverage, text);
    if (uncovered.length > 0) problems.push(`no bundled font draws ${uncovered.join(' ')} of “${text}”`);
    return problems;
  });
}

/** Names that a font of the machine draws, or the last resort with its boxes. Needs `DOM` and `CSS` enabled. */
export async function checkFonts(session: CDPSession, names: readonly NameOnBadge[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { text, selector } of names) {
    const fonts = await fontsOf(session, selector);
    const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
    if (fonts.length === 0) problems.push(`no font draws “${text}”`);
    for (const { familyName } of foreign) problems.push(`“${text}” is drawn by ${familyName}, which is not bundled`);
  }
  return problems;
}

/** Names without ink on the paper. */
export function checkInk(raster: Raster, names: readonly NameOnBadge[]): string[] {
  return names.flatMap(({ text, part }) => {
    const dots = {
      left: Math.max(0, Math.floor(part.left)),
      top: Math.max(0, Math.floor(part.top)),
      right: Math.min(raster.width, Math.ceil(part.right)),
      bottom: Math.min(raster.height, Math.ceil(part.bottom)),
    };
    return blackShare(raster, dots) > 0 ? [] : [`“${text}” left no ink on the paper`];
  });
}
