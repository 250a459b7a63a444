import { languages, type Language, type Localised } from '../localised.ts';
import type { PackContents } from './cross-checks.ts';
import type { Problem } from './problem.ts';
import type { List } from './read-list.ts';

/**
 * Texts that are missing in a language of the event: one warning for each column, not one for each row. A job's own text and place are not
 * asked for, because an employer writes them in one language; the kiosk says which.
 */
export function checkTexts({ event, companies, jobs, agenda }: PackContents): Problem[] {
  const wanted = languages.filter((language) => event?.references.languages?.includes(language));
  return wanted.flatMap((language) => [
    ...findMissing(companies, 'name', (company) => company.name, language),
    ...findMissing(companies, 'about', (company) => company.about, language),
    ...findMissing(jobs, 'title', (job) => job.title, language),
    ...findMissing(agenda, 'title', (session) => session.title, language),
    ...findMissing(agenda, 'text', (session) => session.text, language),
  ]);
}

function findMissing<Item>(
  list: List<Item> | null,
  field: string,
  read: (item: Item) => Localised | undefined,
  language: Language,
): Problem[] {
  if (list === null) return [];
  const rows = list.entries.filter(({ item }) => {
    const text = read(item);
    return text !== undefined && text[language] === undefined;
  });
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, and ${others.length} more after it do not either`;
  const message = `This one has no ${field} in ${language}${more}; the kiosk shows another language instead.`;
  const at = list.locate(first.row, [field, language]);
  return [{ severity: 'warning', ...at, message, instead: `Write the ${field} in ${language} too.` }];
}
