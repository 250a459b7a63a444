import { useTranslation } from 'react-i18next';
import { languages } from '../../../domain/localised.ts';
import { useLanguage } from '../use-staff-words.ts';

const shortNames = { en: 'EN', 'zh-Hant': '繁', 'zh-Hans': '简' } as const;
const ownNames = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' } as const;

/** Of the staff's own words; what a visitor speaks is theirs. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const current = useLanguage();
  return (
    <fieldset className="staff-languages">
      <legend className="visually-hidden">{t('staff.frame.language')}</legend>
      {languages.map((language) => (
        <label key={language} lang={language}>
          <input
            type="radio"
            name="staff-language"
            aria-label={ownNames[language]}
            checked={language === current}
            onChange={() => void i18n.changeLanguage(language)}
          />
          <span aria-hidden="true">{shortNames[language]}</span>
        </label>
      ))}
    </fieldset>
  );
}
