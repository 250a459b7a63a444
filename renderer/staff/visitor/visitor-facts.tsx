import { useTranslation } from 'react-i18next';
import { standardMedia } from '../../../domain/print-job.ts';
import { localise } from '../../../domain/localised.ts';
import type { VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { subjectOf } from '../badge/badge-subject.ts';
import { VisitorBadge } from '../badge/visitor-badge.tsx';
import { useLocalPrinters } from '../machines/use-printers.ts';
import { useStaffWorld } from '../staff-world.tsx';
import { readTold } from './told.ts';
import { VisitorHistory } from './visitor-history.tsx';

/** Who it is: what they told, their badge, and what was done. */
export function VisitorFacts({ details }: { readonly details: VisitorDetails }) {
  const { t } = useTranslation();
  const { event } = useStaffWorld();
  const here = useLocalPrinters();
  const media = here.printers[0]?.printer.media ?? standardMedia['72mm'];
  const facts = useFacts(details);
  return (
    <div className="visitor-facts">
      <dl className="staff-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <section className="visitor-preview">
        <h2>{t('staffVisitors.visitor.preview')}</h2>
        {event ? (
          <VisitorBadge subject={subjectOf(details, event.languages[0] ?? 'en')} media={media} isReprint={false} />
        ) : null}
      </section>
      <VisitorHistory details={details} />
    </div>
  );
}

/** Each with its name; what is empty is left out. */
export function useFacts(details: Omit<VisitorDetails, 'pairs' | 'history'>): readonly (readonly [string, string])[] {
  const { t } = useTranslation();
  const { event, language } = useStaffWorld();
  const told = readTold(details);
  const interests = told.interests.map((id) => {
    const interest = event?.interests.find((choice) => choice.id === id);
    return interest ? localise(interest.name, language).text : id;
  });
  const facts: (readonly [string, string])[] = [
    [t('staffVisitors.visitor.code'), details.claimCode ?? t('staffVisitors.visitor.notArrived')],
    [t('staffVisitors.visitor.otherCodes'), details.otherCodes.join(', ')],
    [t('staffVisitors.visitor.status'), told.status === null ? '' : t(`register.status.${told.status}`)],
    [t('staffVisitors.visitor.field'), told.field],
    [t('staffVisitors.visitor.contact'), told.contact],
    [t('staffVisitors.visitor.language'), told.language === null ? '' : t(`languageName.${told.language}`)],
    [t('staffVisitors.visitor.interests'), interests.join(', ')],
    [t('staffVisitors.visitor.talentPool'), t(`register.talent.${told.talentPool}`)],
  ];
  return facts.filter(([, value]) => value !== '');
}
