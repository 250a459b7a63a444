import type { z } from 'zod';
import { listChoices, quote } from './problem.ts';

/** What a schema found wrong, in plain words. Messages written into a domain schema are kept; zod's own are replaced. */
export function explainIssue(issue: z.core.$ZodIssue, found: unknown): { message: string; instead: string } {
  const instead = /^(Invalid|Too |Unrecognized)/.test(issue.message) ? null : toSentence(issue.message);
  if (found === undefined || found === null || found === '') {
    return { message: 'A value is missing.', instead: instead ?? `Write ${describeExpected(issue)}.` };
  }
  const shown = quote(found);
  switch (issue.code) {
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      const unit = units[issue.origin] ?? '';
      const message = `${shown} ${describeSize(issue.origin, issue.code === 'too_small')}.`;
      return { message, instead: instead ?? `Write ${limit}${unit}.` };
    }
    case 'invalid_value':
      return { message: `${shown} is not one of the possible values.`, instead: `Write ${describeExpected(issue)}.` };
    case 'invalid_type':
      return {
        message: `${shown} is not ${describeExpected(issue)}.`,
        instead: instead ?? `Write ${describeExpected(issue)}.`,
      };
    case 'invalid_union':
      return { message: `${shown} is not one of the possible values.`, instead: `Write ${describeExpected(issue)}.` };
    case 'invalid_format':
    case 'custom':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return { message: `${shown} does not fit here.`, instead: instead ?? 'Write another value.' };
  }
}

/** zod's names of types, as a person says them. */
const expectedWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  array: 'a list in [ ]',
  tuple: 'a pair of numbers in [ ]',
  object: 'an object in { }',
  string: 'a text in quotation marks',
};

const units: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function toSentence(message: string): string {
  const text = /^(needs|must)\b/.test(message) ? `it ${message}` : message;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function describeSize(origin: string, small: boolean): string {
  if (origin === 'array') return `has too ${small ? 'few' : 'many'} entries`;
  if (origin === 'string') return `is too ${small ? 'short' : 'long'}`;
  return `is too ${small ? 'small' : 'large'}`;
}

function describeExpected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return listChoices(issue.values.map(String));
  if (issue.code === 'invalid_union') {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    return options.length === 0 ? 'one of the possible forms' : listChoices(options.map(String));
  }
  if (issue.code !== 'invalid_type') return 'a value';
  return expectedWords[issue.expected] ?? `a ${issue.expected}`;
}
