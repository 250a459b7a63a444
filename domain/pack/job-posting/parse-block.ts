import { jsonrepair } from 'jsonrepair';
import { isObject } from '../pick-value.ts';

/**
 * A block of JSON-LD as sites emit it: with a CDATA section or an HTML comment around it, with its quotation marks escaped, with trailing
 * commas, comments and line breaks inside texts. `isMended` when it had to be guessed what was meant; null when nothing can be made of it.
 */
export function parseBlock(text: string): { value: object; isMended: boolean } | null {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*+\s*<!\[CDATA\[\s*\*+\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*+\s*\]\]>\s*\*+\/|\/\/\s*\]\]>|\]\]>|\/\/\s*-->)\s*;?\s*$/, '')
    .trim();
  const whole = parse(bare);
  if (whole !== null) return { value: whole, isMended: false };
  const unescaped = /^[[{]\s*(?:&quot;|&#34;)/.test(bare) ? unescape(bare) : bare;
  const plain = parse(unescaped);
  if (plain !== null) return { value: plain, isMended: false };
  if (!/^[[{/]/.test(unescaped) || !unescaped.includes('JobPosting')) return null;
  try {
    const mended = parse(jsonrepair(unescaped));
    return mended === null ? null : { value: mended, isMended: true };
  } catch {
    // jsonrepair throws on what it cannot mend.
    return null;
  }
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) || Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function unescape(text: string): string {
  return text
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:apos|#39|#x27);/gi, "'")
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');
}
