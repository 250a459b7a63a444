import { Parser } from 'htmlparser2';
import { isPosting, type Node } from './nodes.ts';

/** What a page holds: blocks of JSON-LD as text, and things that its tags describe (microdata, RDFa). Offsets from its beginning. */
export interface Page {
  readonly blocks: readonly { readonly text: string; readonly at: number }[];
  readonly postings: readonly { readonly node: Node; readonly at: number }[];
}

interface OpenElement {
  /** The thing that this element begins. */
  readonly item: Record<string, unknown> | null;
  /** The properties of the thing around that this element is the value of. */
  readonly properties: readonly string[];
  /** Of the value where an attribute tells it. */
  readonly content: string | null;
  readonly start: number;
}

/** Reads a page once, for both. */
export function readPage(html: string): Page {
  const blocks: { text: string; at: number }[] = [];
  const postings: { node: Node; at: number }[] = [];
  const open: OpenElement[] = [];
  let openItems = 0;
  let block: { text: string; at: number } | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script') {
        block = /ld\+json/i.test(attributes['type'] ?? '') ? { text: '', at: parser.endIndex + 1 } : null;
      }
      const item = startItem(attributes);
      if (item !== null) openItems += 1;
      if (item !== null && isPosting(item)) postings.push({ node: item, at: parser.startIndex });
      open.push({
        item,
        properties: listProperties(attributes),
        content: readContent(attributes),
        start: parser.endIndex + 1,
      });
    },
    ontext(text) {
      if (block !== null) block.text += text;
    },
    onclosetag(name) {
      if (name === 'script' && block !== null) blocks.push(block);
      if (name === 'script') block = null;
      const closed = open.pop();
      if (closed !== undefined && closed.item !== null) openItems -= 1;
      if (openItems === 0) return;
      const around = open.findLast(({ item }) => item !== null)?.item;
      if (closed === undefined || around === undefined || around === null) return;
      const value =
        closed.item ?? closed.content ?? html.slice(closed.start, Math.max(closed.start, parser.startIndex));
      for (const property of closed.properties) add(around, property, value);
    },
  });
  parser.end(html);
  return { blocks, postings };
}

type Attributes = Readonly<Record<string, string>>;

/** Microdata says `itemscope itemtype`, RDFa `typeof`. */
function startItem({ itemscope, itemtype, typeof: type }: Attributes): Record<string, unknown> | null {
  const written = itemscope === undefined ? type : (itemtype ?? '');
  return written === undefined ? null : { '@type': written.split(/\s+/).filter((each) => each !== '') };
}

function listProperties({ itemprop, property }: Attributes): string[] {
  const written = itemprop ?? property ?? '';
  return written.split(/\s+/).flatMap((each) => {
    const name = each.replace(/^(?:https?:\/\/schema\.org\/|schema:)/i, '');
    return /^[A-Za-z]+$/.test(name) ? [name] : [];
  });
}

function readContent({ content, datetime }: Attributes): string | null {
  return content ?? datetime ?? null;
}

function add(item: Record<string, unknown>, property: string, value: unknown): void {
  const earlier = item[property];
  item[property] =
    earlier === undefined ? value : [...(Array.isArray(earlier) ? (earlier as unknown[]) : [earlier]), value];
}
