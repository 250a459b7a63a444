import hongKong from 'opencc-js/dict/HKVariantsRev';
import taiwan from 'opencc-js/dict/TWVariantsRev';
import simplified from 'opencc-js/dict/TSCharacters';

/**
 * OpenCC's tables (Apache-2.0), character by character and no phrases: 30 kB. Phrases would turn 軟體 into 软件 only once it is typed
 * to its end, so words of one region for those of another are the synonyms' work. Every written form gets the simplified one.
 */
const simple = new Map<string, string>();
const standard = new Map([...readPairs(hongKong), ...readPairs(taiwan)]);
for (const [character, form] of readPairs(simplified)) simple.set(character, form);
for (const [variant, form] of standard) {
  if (!simple.has(variant)) simple.set(variant, simple.get(form) ?? form);
}

/** `丟 丢|並 并`: a character and the first of its other forms. */
function readPairs(table: string): [string, string][] {
  return table.split('|').flatMap((entry) => {
    const [from, to] = entry.split(' ');
    return from !== undefined && to !== undefined && isOneCharacter(from) && isOneCharacter(to) ? [[from, to]] : [];
  });
}

function isOneCharacter(text: string): boolean {
  return text !== '' && text.length === String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}

/** As it is written in simplified characters, character for character; other letters stay. */
export function simplify(han: string): string {
  let simplifiedText = '';
  for (const character of han) simplifiedText += simple.get(character) ?? character;
  return simplifiedText;
}

const written = new Map<string, string[]>();
for (const [character, form] of simple) written.set(form, [...(written.get(form) ?? [form]), character]);
const mostForms = 24;

/** The ways in which simplified Han may be written, itself among them; not all of them where there are many. */
export function writtenForms(han: string): string[] {
  let forms = [''];
  for (const character of han) {
    const letters = written.get(character) ?? [character];
    const longer = forms.flatMap((form) => letters.map((letter) => form + letter));
    forms = longer.length > mostForms ? forms.map((form) => form + (letters[1] ?? character)) : longer;
  }
  return forms;
}
