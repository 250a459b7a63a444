import { decodeText } from '../decode-text.ts';
import { createLineFinder } from '../line-finder.ts';
import type { Found, PackSource, ReaderSettings } from '../pack-source.ts';
import type { Problem } from '../problem.ts';
import { Remarks } from '../remarks.ts';
import { findPostings, type Node, type PostingNode } from './nodes.ts';
import { parseBlock } from './parse-block.ts';
import { postingNouns, postingRemarks, type PostingRemark } from './posting-remarks.ts';
import { readPage } from './read-page.ts';
import { shapePosting, type ShapedPosting } from './shape-posting.ts';

/** JobPosting of schema.org as JSON-LD; null for JSON that holds none. */
export function readPostings(source: PackSource, settings: ReaderSettings): Found | null {
  const { text, problems } = decodeText(source.file, source.bytes);
  if (text === null || !mentionsPosting(text)) return null;
  return takePostings({ source, settings, text, problems, blocks: [{ text, at: 0 }], postings: [] });
}

/** One JobPosting a line; null for lines that hold none. */
export function readPostingLines(source: PackSource, settings: ReaderSettings): Found | null {
  const { text, problems } = decodeText(source.file, source.bytes);
  if (text === null || !mentionsPosting(text.slice(0, text.indexOf('\n') + 1 || text.length))) return null;
  const blocks = [...text.matchAll(/[^\r\n]+/g)].map((match) => ({ text: match[0], at: match.index }));
  return takePostings({ source, settings, text, problems, blocks, postings: [] });
}

/** The postings of a page, of its JSON-LD, microdata and RDFa; a .txt that holds bare JSON-LD, too. */
export function readPostingPage(source: PackSource, settings: ReaderSettings): Found {
  const { file } = source;
  const { text, problems } = decodeText(file, source.bytes);
  if (text === null) return { records: [], headings: null, complete: false, locate: () => ({ file }), problems };
  const bare = /^\s*[[{]/.test(text);
  const page = bare ? { blocks: [{ text, at: 0 }], postings: [] } : readPage(text);
  return takePostings({ source, settings, text, problems, ...page });
}

function mentionsPosting(text: string): boolean {
  return (
    /"@type"\s*:\s*\[?[^\]}]{0,200}JobPosting/.test(text) ||
    (text.includes('JobPosting') && text.includes('schema.org'))
  );
}

interface Task {
  readonly source: PackSource;
  readonly settings: ReaderSettings;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly blocks: readonly { readonly text: string; readonly at: number }[];
  readonly postings: readonly { readonly node: Node; readonly at: number }[];
}

function takePostings({ source: { file }, settings, text, problems, blocks, postings }: Task): Found {
  const remarks = new Remarks<PostingRemark>(postingRemarks, postingNouns);
  const lineOf = createLineFinder(text);
  const broken: Problem[] = [];
  const found: PostingNode[] = [];
  const byId = new Map<string, Node>();
  for (const block of blocks) {
    const line = lineOf(block.at + (block.text.length - block.text.trimStart().length));
    const parsed = parseBlock(block.text);
    if (parsed === null) {
      if (block.text.includes('JobPosting')) broken.push(explainBroken(file, line));
      continue;
    }
    const inBlock = findPostings(parsed.value);
    for (const [id, node] of inBlock.byId) byId.set(id, { ...byId.get(id), ...node });
    for (const node of inBlock.postings) {
      found.push({ node, line, form: 'json' });
      if (parsed.isMended) remarks.add('mended', { file, row: found.length, line });
    }
  }
  for (const { node, at } of postings) found.push({ node, line: lineOf(at), form: 'tags' });
  const locate: Found['locate'] = (row, [field]) => {
    const line = found[row - 1]?.line;
    return {
      file,
      row,
      ...(line === undefined ? {} : { line }),
      ...(field === undefined ? {} : { column: String(field) }),
    };
  };
  const firstDay = settings.days?.toSorted()[0];
  const records = joinForms(found, (row) => {
    remarks.add('repeated', locate(row, []));
  }).flatMap(({ row, node }) => {
    const shaped = shapePosting(node, byId, settings.language);
    const fault = shaped === null ? 'untitled' : hasEnded(shaped, firstDay) ? 'ended' : null;
    if (fault !== null) remarks.add(fault, locate(row, []));
    if (shaped === null || fault !== null) return [];
    if (shaped.isForeign) remarks.add('foreign', locate(row, []));
    if (shaped.isTextless) remarks.add('textless', locate(row, []));
    return [{ row, value: shaped.fields }];
  });
  if (found.length === 0 && broken.length === 0) broken.push(explainNone(file));
  return {
    records,
    headings: null,
    complete: broken.length === 0,
    locate,
    problems: [...problems, ...broken, ...remarks.tell()],
    leftOut: remarks.countLeftOut(),
    skipWithout: ['company'],
  };
}

/** Sites say the same in JSON-LD and in tags: one posting, with what either form tells. */
function joinForms(found: readonly PostingNode[], repeat: (row: number) => void): { row: number; node: Node }[] {
  const joined: { readonly row: number; node: Node; readonly form: PostingNode['form'] }[] = [];
  for (const [index, { node, form }] of found.entries()) {
    const row = index + 1;
    const title = titleOf(node);
    const twin = joined.find((each) => each.form === 'json' && title !== '' && titleOf(each.node) === title);
    if (form === 'tags' && twin !== undefined) {
      twin.node = { ...node, ...twin.node };
      repeat(row);
    } else joined.push({ row, node, form });
  }
  return joined;
}

function titleOf(node: Node): string {
  const title = node['title'] ?? node['name'];
  return typeof title === 'string' ? title.trim() : '';
}

function hasEnded({ validThrough }: ShapedPosting, firstDay: string | undefined): boolean {
  const date = /^\d{4}-\d{2}-\d{2}/.exec(validThrough)?.[0];
  return date !== undefined && firstDay !== undefined && date < firstDay;
}

function explainBroken(file: string, line: number): Problem {
  const message = 'The block that begins here holds a JobPosting, but is not JSON and could not be mended.';
  return {
    severity: 'warning',
    file,
    line,
    message,
    instead: 'Look for a missing bracket or quotation mark, or remove the block.',
  };
}

function explainNone(file: string): Problem {
  const message = 'The file holds no JobPosting.';
  return {
    severity: 'error',
    file,
    line: 1,
    message,
    instead: 'Save the page again with its JSON-LD, or write the jobs as CSV.',
  };
}
