import { useMemo, useState } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { jobContracts, jobLevels, type Job } from '../../domain/job.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { valuesOf } from '../search/facet-columns.ts';
import { facetNames, noFacets, type FacetName, type SearchAnswer } from '../search/query.ts';
import { useVisit } from '../visit/visit.tsx';
import { useFacetNames } from './find-names.ts';
import './find-facets.css';

/** A chip for each facet by which the event's jobs differ. Each opens its values, of which several may be chosen. */
export function FindFacets({ answer }: { readonly answer: SearchAnswer | null }) {
  const { t } = useTranslation();
  const { jobQuery } = useVisit();
  const values = useFacetValues();
  const names = useFacetNames();
  const [open, setOpen] = useState<FacetName | null>(null);
  const label = (name: FacetName) => {
    const [first, ...others] = jobQuery.facets[name];
    if (first === undefined) return t(`find.facet.${name}`);
    if (others.length === 0) return names[name](first);
    return t('find.chosen', { name: t(`find.facet.${name}`), count: others.length + 1 });
  };
  return (
    <>
      <div className="find-facets" role="group" aria-label={t('find.filters')}>
        {facetNames
          .filter((name) => values[name].length > 1)
          .map((name) => (
            <AriaButton
              key={name}
              className="chip"
              aria-haspopup="dialog"
              data-selected={jobQuery.facets[name].length > 0 || undefined}
              onPress={() => {
                setOpen(name);
              }}
            >
              <span className="find-facet-name">{label(name)}</span>
            </AriaButton>
          ))}
      </div>
      <FacetDialog
        name={open}
        values={open ? values[open] : []}
        answer={answer}
        onClose={() => {
          setOpen(null);
        }}
      />
    </>
  );
}

interface FacetDialogProps {
  /** Null: closed. */
  readonly name: FacetName | null;
  readonly values: readonly string[];
  readonly answer: SearchAnswer | null;
  readonly onClose: () => void;
}

function FacetDialog({ name, values, answer, onClose }: FacetDialogProps) {
  const { t } = useTranslation();
  // It keeps its words while it closes.
  const [shown, setShown] = useState<FacetName>('function');
  if (name !== null && name !== shown) setShown(name);
  const { jobQuery, setJobQuery } = useVisit();
  const names = useFacetNames();
  const chosen = jobQuery.facets[shown];
  const choose = (next: readonly string[]) => {
    setJobQuery({ ...jobQuery, facets: { ...jobQuery.facets, [shown]: next } });
  };
  return (
    <Dialog
      isOpen={name !== null}
      onClose={onClose}
      title={t(`find.facet.${shown}`)}
      actions={
        <>
          <Button
            isDisabled={chosen.length === 0}
            onPress={() => {
              choose([]);
            }}
          >
            {t('find.clear')}
          </Button>
          <Button kind="primary" onPress={onClose}>
            {t('find.show', { count: answer?.jobs.length ?? 0 })}
          </Button>
        </>
      }
    >
      <div className="chips">
        {values.map((value) => {
          const count = answer?.counts[shown][value] ?? 0;
          const isChosen = chosen.includes(value);
          return (
            <ToggleButton
              key={value}
              className="chip find-value"
              isSelected={isChosen}
              isDisabled={count === 0 && !isChosen}
              onChange={(isWanted) => {
                choose(isWanted ? [...chosen, value] : chosen.filter((other) => other !== value));
              }}
            >
              <span>{names[shown](value)}</span>
              <span className="find-count">{count}</span>
            </ToggleButton>
          );
        })}
      </div>
    </Dialog>
  );
}

/** All values that the event's jobs have, in an order of their own kind or the commonest first. */
function useFacetValues(): Readonly<Record<FacetName, readonly string[]>> {
  const { event, jobs, companies } = useCatalogue();
  return useMemo(() => {
    const among = (name: FacetName, order: readonly string[]) => {
      const there = new Set(countValues(jobs, name).keys());
      return order.filter((value) => there.has(value));
    };
    const byCount = (name: FacetName) =>
      [...countValues(jobs, name)].toSorted(([, one], [, other]) => other - one).map(([value]) => value);
    return {
      ...noFacets,
      function: among(
        'function',
        event.functions.map(({ id }) => id),
      ),
      level: among('level', jobLevels),
      company: among(
        'company',
        companies.map(({ id }) => id),
      ),
      contract: among('contract', jobContracts),
      language: byCount('language'),
      place: byCount('place'),
    };
  }, [event, jobs, companies]);
}

function countValues(jobs: readonly Job[], name: FacetName): Map<string, number> {
  const counts = new Map<string, number>();
  for (const job of jobs) {
    for (const value of valuesOf(job, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
