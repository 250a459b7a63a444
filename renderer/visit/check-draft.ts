import type { z } from 'zod';
import { errors, type ErrorCode } from '../../domain/errors.ts';
import { emailSchema, nameLineSchema, fieldSchema, phoneSchema } from '../../domain/registration.ts';
import { toSingleLine } from '../../domain/text.ts';
import type { Draft } from './draft.ts';

/** The first thing that is wrong with a field, or null. */
type FieldProblem = ErrorCode | null;

export interface NameProblems {
  readonly own: FieldProblem;
  readonly latin: FieldProblem;
}

/**
 * @param findUncovered the characters of a text that no bundled font has: they would be printed as boxes
 */
export function checkNames(draft: Draft, findUncovered: (text: string) => readonly string[]): NameProblems {
  const check = (text: string) => problemOf(nameLineSchema, text) ?? coverageProblem(text, findUncovered);
  const isMissing = toSingleLine(draft.own) === '' && toSingleLine(draft.latin) === '';
  return { own: isMissing ? 'name-missing' : check(draft.own), latin: check(draft.latin) };
}

export function checkContact(draft: Draft): FieldProblem {
  return draft.contactKind === 'email' ? problemOf(emailSchema, draft.email) : problemOf(phoneSchema, draft.phone);
}

export function checkField(draft: Draft, findUncovered: (text: string) => readonly string[]): FieldProblem {
  return problemOf(fieldSchema, draft.field) ?? coverageProblem(draft.field, findUncovered);
}

function coverageProblem(text: string, findUncovered: (text: string) => readonly string[]): FieldProblem {
  return findUncovered(toSingleLine(text)).length > 0 ? 'unprintable-characters' : null;
}

function problemOf(schema: z.ZodType, text: string): FieldProblem {
  const parsed = schema.safeParse(text);
  const code = parsed.error?.issues[0]?.message;
  return code !== undefined && isErrorCode(code) ? code : null;
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
