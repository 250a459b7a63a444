import { errors, type ErrorCode } from '../../domain/errors.ts';
import { localise } from '../../domain/localised.ts';
import { useVisit } from '../visit/visit.tsx';

/** What went wrong and what to do, in the visitor's words. */
export function useErrorWords(): (code: ErrorCode) => string {
  const { language } = useVisit();
  return (code) => localise(errors[code].visitor, language).text;
}
