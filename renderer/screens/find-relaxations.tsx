import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { isFiltered, type Relaxation } from '../search/query.ts';
import { useVisit } from '../visit/visit.tsx';
import { useFacetNames } from './find-names.ts';
import './find-relaxations.css';

/** No job was found: the nearest that would be, each with how many. */
export function FindRelaxations({ relaxations }: { readonly relaxations: readonly Relaxation[] }) {
  const { t } = useTranslation();
  const { setJobQuery } = useVisit();
  const describe = useRelaxationWords();
  return (
    <div className="find-relaxations">
      <h2 className="title">{t('find.noneTitle')}</h2>
      {relaxations.length > 0 ? <p>{t('find.noneText')}</p> : null}
      {relaxations.map((relaxation) => (
        <Button
          key={JSON.stringify(relaxation.query)}
          className="tile find-relaxation"
          onPress={() => {
            setJobQuery(relaxation.query);
          }}
        >
          <strong>{describe(relaxation)}</strong>
          <span className="note">{t('jobs.count', { count: relaxation.count })}</span>
        </Button>
      ))}
    </div>
  );
}

function useRelaxationWords(): (relaxation: Relaxation) => string {
  const { t } = useTranslation();
  const { jobQuery } = useVisit();
  const names = useFacetNames();
  return ({ dropped, query }) => {
    if (query.text.trim() === '' && !isFiltered(query)) return t('find.relax.all');
    switch (dropped.kind) {
      case 'facet':
        return t('find.relax.facet', { values: jobQuery.facets[dropped.name].map(names[dropped.name]).join(', ') });
      case 'words':
        return t('find.relax.words', { words: dropped.words.join(' ') });
      case 'spelling':
        return t('find.relax.spelling', { word: dropped.word, instead: dropped.instead });
    }
  };
}
