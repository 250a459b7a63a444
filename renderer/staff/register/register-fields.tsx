import { useTranslation } from 'react-i18next';
import type { EventDetails } from '../../../domain/event.ts';
import { localise } from '../../../domain/localised.ts';
import { talentPoolChoices } from '../../../domain/registration.ts';
import { visitorStatuses } from '../../../domain/visitor-status.ts';
import { findUncovered } from '../../documents/coverage/find-uncovered.ts';
import { checkContact, checkField, checkNames } from '../../visit/check-draft.ts';
import type { Draft } from '../../visit/draft.ts';
import { StaffCheck, StaffChoice } from '../controls/staff-choice.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useFormWords } from '../use-staff-words.ts';

interface RegisterFieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  /** Somebody wanted to save: now it is said what is missing. */
  readonly isChecked: boolean;
  readonly event: EventDetails;
}

type Problem = ReturnType<typeof checkContact>;

export function RegisterFields({ draft, change, isChecked, event }: RegisterFieldsProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  const explain = useFormWords();
  const words = (problem: Problem) => (isChecked && problem !== null ? explain(problem) : null);
  const names = checkNames(draft, findUncovered);
  const kind = draft.contactKind;
  return (
    <>
      <StaffField
        label={t('register.name.own')}
        placeholder={t('register.name.ownExample')}
        layout="own-script"
        value={draft.own}
        error={words(names.own)}
        onChange={(own) => {
          change({ own });
        }}
      />
      <StaffField
        label={t('register.name.latin')}
        placeholder={t('register.name.latinExample')}
        layout="text"
        value={draft.latin}
        error={words(names.latin)}
        onChange={(latin) => {
          change({ latin });
        }}
      />
      <StaffChoice
        label={t('staffVisitors.register.contactKind')}
        options={(['email', 'phone'] as const).map((id) => ({ id, name: t(`register.contact.${id}`) }))}
        value={kind}
        onChange={(contactKind) => {
          change({ contactKind });
        }}
      />
      <StaffField
        key={kind}
        label={t(`register.contact.${kind}`)}
        placeholder={t(`register.contact.${kind}Example`)}
        layout={kind}
        value={draft[kind]}
        error={words(checkContact(draft))}
        onChange={(value) => {
          change({ [kind]: value });
        }}
      />
      <StaffChoice
        label={t('staffVisitors.visitor.status')}
        options={visitorStatuses.map((id) => ({ id, name: t(`register.status.${id}`) }))}
        value={draft.status}
        error={isChecked && draft.status === null ? explain('choice-missing') : null}
        onChange={(status) => {
          change({ status });
        }}
      />
      <StaffField
        label={t('register.about.field')}
        note={t('register.optional')}
        placeholder={t('register.about.fieldExample')}
        layout="text"
        value={draft.field}
        error={words(checkField(draft, findUncovered))}
        onChange={(field) => {
          change({ field });
        }}
      />
      {event.interests.length === 0 ? null : (
        <fieldset className="staff-choices">
          <legend className="staff-label">
            {t('staffVisitors.visitor.interests')} <span className="staff-note">({t('register.optional')})</span>
          </legend>
          <div className="staff-choices-row">
            {event.interests.map(({ id, name }) => (
              <StaffCheck
                key={id}
                isChecked={draft.interests.includes(id)}
                onChange={(isChosen) => {
                  const others = draft.interests.filter((each) => each !== id);
                  change({ interests: isChosen ? [...others, id] : others });
                }}
              >
                {localise(name, language).text}
              </StaffCheck>
            ))}
          </div>
        </fieldset>
      )}
      <StaffChoice
        label={t('register.talent.visibility')}
        layout="column"
        options={talentPoolChoices.map((id) => ({
          id,
          name: t(`register.talent.${id}`),
          note: t(`register.talent.${id}Note`),
        }))}
        value={draft.talentPool}
        error={isChecked && draft.talentPool === null ? explain('choice-missing') : null}
        onChange={(talentPool) => {
          change({ talentPool });
        }}
      />
    </>
  );
}
