import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import type { Hit, SearchAnswer } from '../search/query.ts';
import type { Screen } from '../visit/screen.ts';
import { useVisit } from '../visit/visit.tsx';

export const otherKinds = ['company', 'session', 'place'] as const;
export type OtherKind = (typeof otherKinds)[number];

/** A company, a session or a place that was found, as a row shows it. */
export interface OtherHit {
  readonly kind: OtherKind;
  readonly hit: Hit;
  readonly name: string;
  /** Booth, time, or what kind of place. */
  readonly note: string | null;
  readonly to: Screen;
}

/** What else than jobs was found, the best of each kind first. */
export function useOtherHits(answer: SearchAnswer['near'] | null): Readonly<Record<OtherKind, readonly OtherHit[]>> {
  const describe = useDescription();
  if (!answer) return { company: [], session: [], place: [] };
  const list = (kind: OtherKind, hits: readonly Hit[]) =>
    hits.flatMap((hit) => {
      const described = describe(kind, hit.id);
      return described ? [{ kind, hit, ...described }] : [];
    });
  return {
    company: list('company', answer.companies),
    session: list('session', answer.sessions),
    place: list('place', answer.places),
  };
}

/**
 * The few that stand above the jobs: those first whose name begins with what was typed, the others in turn by kind, so that one kind does not
 * hide the others.
 */
export function pickOthers(
  hits: Readonly<Record<OtherKind, readonly OtherHit[]>>,
  { text, most }: { readonly text: string; readonly most: number },
): readonly OtherHit[] {
  const typed = text.trim().toLowerCase();
  const inTurn = [0, 1, 2].flatMap((rank) => otherKinds.flatMap((kind) => hits[kind].slice(rank, rank + 1)));
  const begins = ({ name }: OtherHit) => typed !== '' && name.toLowerCase().startsWith(typed);
  return inTurn.toSorted((one, other) => Number(begins(other)) - Number(begins(one))).slice(0, most);
}

type Described = Pick<OtherHit, 'name' | 'note' | 'to'>;

function useDescription(): (kind: OtherKind, id: string) => Described | null {
  const { t } = useTranslation();
  const { companyById, sessions, placeById, companiesAt } = useCatalogue();
  const { language } = useVisit();
  return (kind, id) => {
    switch (kind) {
      case 'company': {
        const company = companyById.get(id);
        if (!company) return null;
        const [stand] = company.stands;
        return {
          name: localise(company.name, language).text,
          note: stand === undefined ? null : t('jobs.stand', { label: company.stands.join(', ') }),
          to: { name: 'company', company: id },
        };
      }
      case 'session': {
        const session = sessions.find((each) => each.id === id);
        if (!session) return null;
        return {
          name: localise(session.title, language).text,
          note: `${session.start.slice(11)} · ${t(`agenda.kind.${session.kind}`)}`,
          to: { name: 'session', session: id },
        };
      }
      case 'place': {
        const place = placeById.get(id);
        if (!place) return null;
        const { kind: placeKind, name, label } = place.properties;
        const company = label === undefined ? undefined : companiesAt.get(label)?.[0];
        const called = name ?? company?.name;
        const kindName =
          placeKind === 'stand' || placeKind === 'hall' || placeKind === 'walkway' ? null : t(`map.place.${placeKind}`);
        const shown = called ? localise(called, language).text : (kindName ?? label ?? '');
        const stand = placeKind === 'stand' && label !== undefined ? t('jobs.stand', { label }) : kindName;
        return { name: shown, note: stand === shown ? null : stand, to: { name: 'map', place: id, job: null } };
      }
    }
  };
}
