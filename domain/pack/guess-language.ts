import type { Language } from '../localised.ts';
import { hanPairs } from './han-pairs.ts';

const onlyTraditional = new Set([...hanPairs].filter((_, at) => at % 2 === 0));
const onlySimplified = new Set([...hanPairs].filter((_, at) => at % 2 === 1));

/**
 * The language of a text, by its characters: Chinese where Han is more than a tenth of its letters, of the script that has more of its own.
 * @param preferred where nothing tells the two scripts apart
 */
export function guessLanguage(text: string, preferred: 'zh-Hant' | 'zh-Hans' = 'zh-Hant'): Language {
  let [han, letters, balance] = [0, 0, 0];
  for (const character of text) {
    if (!/\p{L}/u.test(character)) continue;
    letters += 1;
    if (!/\p{Script=Han}/u.test(character)) continue;
    han += 1;
    if (onlyTraditional.has(character)) balance += 1;
    else if (onlySimplified.has(character)) balance -= 1;
  }
  if (han * 10 <= letters) return 'en';
  if (balance === 0) return preferred;
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}
