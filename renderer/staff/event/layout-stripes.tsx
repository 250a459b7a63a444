import { useTranslation } from 'react-i18next';
import type { BadgeLayout } from '../../../domain/badge-layout.ts';
import { visitorStatuses } from '../../../domain/visitor-status.ts';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { setColour, setPattern, setStripeWords } from './layout-edits.ts';

const patterns = ['solid', 'frame', 'hatched'] as const;

interface LayoutStripesProps {
  readonly layout: BadgeLayout;
  readonly onChange: (layout: BadgeLayout) => void;
}

/** How each type of visitor is told apart across a hall. */
export function LayoutStripes({ layout, onChange }: LayoutStripesProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  if (!layout.fields.some(({ field }) => field === 'stripe')) return null;
  return (
    <section>
      <h2>{t('staffEvent.badge.stripes')}</h2>
      {visitorStatuses.map((status) => {
        const type = t(`paper.status.${status}`);
        const stripe = layout.stripes[status];
        return (
          <div key={status} className="layout-stripe">
            <StaffChoice
              label={t('staffEvent.badge.pattern', { type })}
              value={stripe?.pattern ?? 'solid'}
              onChange={(pattern) => {
                onChange(setPattern(layout, status, pattern));
              }}
              options={patterns.map((id) => ({ id, name: t(`staffEvent.badge.patterns.${id}`) }))}
            />
            <label className="layout-colour">
              <input
                type="color"
                value={stripe?.colour ?? '#000000'}
                onChange={(event) => {
                  onChange(setColour(layout, status, event.currentTarget.value));
                }}
              />
              <span>{t('staffEvent.badge.colour', { type })}</span>
            </label>
            <StaffField
              label={t('staffEvent.badge.words', { type })}
              note={t(`languageName.${language}`)}
              placeholder={type}
              layout={language === 'en' ? 'text' : 'own-script'}
              value={stripe?.label?.[language] ?? ''}
              onChange={(words) => {
                onChange(setStripeWords(layout, { status, language, words }));
              }}
            />
          </div>
        );
      })}
    </section>
  );
}
