import { languages } from '../../../domain/localised.ts';
import { queries } from '../keystroke/queries.ts';

/** Beside what visitors type in their language: sounds, slips, synonyms, names with signs, and a sentence. */
const others = [
  'jicheng dianlu',
  'zaap sing din lou',
  'ruanjian',
  'verifcation',
  'c++ linux',
  'integrated circuit',
  '軟體工程師',
  '韌體',
  'senior software engineer',
  'something with chips in english not nights',
  '不要夜班',
  'data scientist python',
];

/** Every text that stands in the field while these are typed. */
export function listKeys(): string[] {
  const typed = [...languages.flatMap((language) => queries[language]), ...others];
  return typed.flatMap((query) => Array.from(query, (_, index) => query.slice(0, index + 1)));
}
