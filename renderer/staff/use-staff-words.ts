import { useTranslation } from 'react-i18next';
import { errors, type ErrorCode } from '../../domain/errors.ts';
import { languages, localise, type Language } from '../../domain/localised.ts';

/** What went wrong and what to do, in the words for staff. */
export function useOperatorWords(): (code: ErrorCode) => string {
  const language = useLanguage();
  return (code) => localise(errors[code].operator, language).text;
}

/** The language that the words are in now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return languages.find((language) => language === i18n.language) ?? 'en';
}

/** What is wrong with a field of the registration, as the visitor's own form says it. */
export function useFormWords(): (code: ErrorCode) => string {
  const language = useLanguage();
  return (code) => localise(errors[code].visitor, language).text;
}
