import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { badgeFieldSizes, type BadgeFieldSize, type BadgeLayout } from '../../../domain/badge-layout.ts';
import { StaffButton } from '../controls/staff-button.tsx';
import { addField, missingFields, moveField, neededFields, removeField, setFieldSize } from './layout-edits.ts';

interface LayoutFieldsProps {
  readonly layout: BadgeLayout;
  readonly onChange: (layout: BadgeLayout) => void;
}

/** The fields from the top: their order, their size, and which are not there. */
export function LayoutFields({ layout, onChange }: LayoutFieldsProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('staffEvent.badge.fields')}</h2>
      <ol className="layout-fields">
        {layout.fields.map(({ field, size }, index) => {
          const name = t(`staffEvent.badge.field.${field}`);
          return (
            <li key={field}>
              <span>{name}</span>
              <select
                aria-label={t('staffEvent.badge.size', { field: name })}
                value={size}
                onChange={(event) => {
                  onChange(setFieldSize(layout, field, event.currentTarget.value as BadgeFieldSize));
                }}
              >
                {badgeFieldSizes.map((each) => (
                  <option key={each} value={each}>
                    {t(`staffEvent.badge.sizes.${each}`)}
                  </option>
                ))}
              </select>
              <Button
                className="layout-move"
                aria-label={t('staffEvent.badge.up', { field: name })}
                isDisabled={index === 0}
                onPress={() => {
                  onChange(moveField(layout, field, -1));
                }}
              >
                <ArrowUp aria-hidden="true" />
              </Button>
              <Button
                className="layout-move"
                aria-label={t('staffEvent.badge.down', { field: name })}
                isDisabled={index === layout.fields.length - 1}
                onPress={() => {
                  onChange(moveField(layout, field, 1));
                }}
              >
                <ArrowDown aria-hidden="true" />
              </Button>
              <Button
                className="layout-move"
                aria-label={t('staffEvent.badge.remove', { field: name })}
                isDisabled={neededFields.includes(field)}
                onPress={() => {
                  onChange(removeField(layout, field));
                }}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ol>
      <div className="staff-actions">
        {missingFields(layout)
          .filter((field) => field !== 'logo')
          .map((field) => (
            <StaffButton
              key={field}
              icon={Plus}
              onPress={() => {
                onChange(addField(layout, field));
              }}
            >
              {t('staffEvent.badge.add', { field: t(`staffEvent.badge.field.${field}`) })}
            </StaffButton>
          ))}
      </div>
    </section>
  );
}
