import { Parser } from 'htmlparser2';
import { toSingleLine } from '../text.ts';
import { TextFlow } from './text-flow.ts';

/** What begins like a tag, a comment or a CDATA section and ends like one. `<3`, `a < b`, `<jane@x.org>` and `<https://x.org>` do not. */
const markup =
  /<(?:!--|!\[CDATA\[|[!?][a-z[][^<>]*>|\/?[a-z][\w-]*(?::[\w-]+)?(?=[\s/>])(?:[^<>"']|"[^"]*"|'[^']*')*>)/i;
const strayBracket = new RegExp(`<(?!${markup.source.slice(1)})`, 'gi');

const unread = new Set([
  'script',
  'style',
  'template',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'canvas',
]);
const lists = new Set(['ul', 'ol', 'menu', 'dir']);
const paragraphs = new Set(
  'p,h1,h2,h3,h4,h5,h6,blockquote,pre,hr,table,dl,section,article,header,footer,main,aside,figure,form,fieldset'.split(
    ',',
  ),
);
const lines = new Set(
  'div,dt,dd,address,figcaption,caption,center,legend,summary,details,option,thead,tbody'.split(','),
);
const blockTag = /<(?:p|br|div|li|ul|ol|h[1-6]|table|tr|td|dl|section|article|blockquote)(?=[\s/>])/i;

/** Sites escape twice, some of them three times; a text that still changes after this many rounds is an attack. */
const mostRounds = 6;

/**
 * A text as sites emit it, as plain text: paragraphs parted by a blank line, list items as lines beginning with "• " or "1. ", table rows as
 * lines with " · " between the cells, links by their words. Entities are decoded however often they were escaped; scripts, styles,
 * comments, control and bidirectional characters are gone. What holds no block tag is taken for plain text and keeps its lines.
 */
export function reduceHtml(html: string): string {
  let text = html;
  let isStructured = false;
  for (let round = 0; round < mostRounds; round += 1) {
    // Where tags gave the structure, what was escaped under them is a word or two about tags and must not fold it away.
    const keepsLines: boolean = isStructured || !blockTag.test(text);
    const reduced = reduceOnce(text, keepsLines);
    if (reduced === text) return text;
    isStructured ||= !keepsLines;
    text = reduced;
  }
  return text.replaceAll('<', '').replaceAll('&', '');
}

function reduceOnce(html: string, keepsLines: boolean): string {
  const flow = new TextFlow({ keepsLines });
  const counters: (number | null)[] = [];
  let unreadDepth = 0;
  const parser = new Parser(
    {
      onopentag(name, { start }) {
        if (unread.has(name)) unreadDepth += 1;
        else if (name === 'br') flow.breakOnce();
        else if (name === 'li') flow.startItem(takeNumber(counters));
        else if (name === 'tr') flow.startRow();
        else if (name === 'td' || name === 'th') flow.startCell();
        else if (lists.has(name)) {
          flow.openList();
          counters.push(name === 'ol' ? Number.parseInt(start ?? '1', 10) || 1 : null);
        } else if (paragraphs.has(name)) flow.breakParagraph();
        else if (lines.has(name)) flow.breakLine();
        if (name === 'pre') flow.keepLines(true);
      },
      onclosetag(name) {
        if (unread.has(name)) unreadDepth -= 1;
        else if (name === 'li' || name === 'tr') flow.endLine();
        else if (lines.has(name)) flow.breakLine();
        else if (lists.has(name)) {
          counters.pop();
          flow.closeList();
        } else if (paragraphs.has(name)) flow.breakParagraph();
        if (name === 'pre') flow.keepLines(false);
      },
      ontext(piece) {
        if (unreadDepth === 0) flow.write(piece);
      },
    },
    { recognizeCDATA: true },
  );
  parser.end(html.replace(/\r\n?/g, '\n').replace(strayBracket, '&lt;'));
  return flow.text
    .split('\n')
    .map(toSingleLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function takeNumber(counters: (number | null)[]): string {
  const number = counters.at(-1) ?? null;
  if (number === null) return '• ';
  counters[counters.length - 1] = number + 1;
  return `${number}. `;
}
