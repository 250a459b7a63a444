import { Equal, EqualNot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { readTold } from './told.ts';

export type PairSide = Omit<VisitorDetails, 'pairs' | 'history'>;

interface CompareVisitorsProps {
  readonly first: PairSide;
  readonly second: PairSide;
}

/** Two registrations side by side. What is the same and what differs is marked by a sign, not by colour alone. */
export function CompareVisitors({ first, second }: CompareVisitorsProps) {
  const { t } = useTranslation();
  const [one, two] = [useLines(first), useLines(second)];
  return (
    <table className="compare">
      <tbody>
        {one.map(([name, value], index) => {
          const other = two[index]?.[1] ?? '';
          if (value === '' && other === '') return null;
          const isSame = value === other;
          return (
            <tr key={name} data-same={isSame || undefined}>
              <th scope="row">
                {isSame ? <Equal aria-hidden="true" /> : <EqualNot aria-hidden="true" />}
                {name}
                <span className="visually-hidden">
                  {t(isSame ? 'staffVisitors.pairs.same' : 'staffVisitors.pairs.different')}
                </span>
              </th>
              <td dir="auto">{value}</td>
              <td dir="auto">{other}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The same lines for everybody, empty where nothing is known. */
function useLines(side: PairSide): readonly (readonly [string, string])[] {
  const { t } = useTranslation();
  const told = readTold(side);
  return [
    [t('register.name.own'), side.name.own],
    [t('register.name.latin'), side.name.latin],
    [t('staffVisitors.visitor.contact'), told.contact],
    [t('staffVisitors.visitor.status'), told.status === null ? '' : t(`register.status.${told.status}`)],
    [t('staffVisitors.visitor.field'), told.field],
    [t('staffVisitors.visitor.code'), side.claimCode ?? ''],
    [t('staffVisitors.visitor.language'), told.language === null ? '' : t(`languageName.${told.language}`)],
    [t('staffVisitors.visitor.talentPool'), t(`register.talent.${told.talentPool}`)],
  ];
}
