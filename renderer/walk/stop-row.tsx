import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import type { Route } from '../../domain/walk/route.ts';
import { useRouteSteps } from './use-route-steps.ts';
import type { WalkStop } from './list-stops.ts';
import { useWalkWords } from './use-walk-words.ts';

interface StopRowProps {
  readonly stop: WalkStop;
  /** On the map; null when it has none there. */
  readonly number: number | null;
  /** Beside the name: where it is, how far, and what is on the way. */
  readonly facts: string;
  /** From the stop before; null when no way is known, or when it matters no more. */
  readonly route: Route | null;
}

/** One stop of the walk. A touch tells what is kept there and the way; another says that the visitor has been there. */
export function StopRow({ stop, number, facts, route }: StopRowProps) {
  const { t } = useTranslation();
  const { visited, setVisited } = useShortlist();
  const words = useWalkWords();
  const [isOpen, setIsOpen] = useState(false);
  const name = words.name(stop);
  const titles = words.titles(stop);
  const hasMore = titles.length > 0 || route !== null;
  const head = (
    <>
      <span className="stop-number" aria-hidden={number === null}>
        {number}
      </span>
      <span className="stop-text">
        <strong>{name}</strong>
        <span className="note">{facts}</span>
      </span>
    </>
  );
  return (
    <li className={`stop-row ${number === null ? 'stop-row-off' : ''}`}>
      {hasMore ? (
        <Button
          className="stop-head"
          aria-expanded={isOpen}
          onPress={() => {
            setIsOpen(!isOpen);
          }}
        >
          {head}
          <ChevronDown className="stop-sign" aria-hidden="true" />
        </Button>
      ) : (
        <div className="stop-head">{head}</div>
      )}
      <ToggleButton
        className="stop-visited"
        aria-label={t('walk.visited', { name })}
        isSelected={visited.has(stop.place)}
        onChange={(isVisited) => {
          setVisited(stop.place, isVisited);
        }}
      >
        <Check aria-hidden="true" />
      </ToggleButton>
      {isOpen ? (
        <div className="stop-more">
          {titles.map((title) => (
            <p key={title}>{title}</p>
          ))}
          {route ? <Steps route={route} /> : null}
        </div>
      ) : null}
    </li>
  );
}

function Steps({ route }: { readonly route: Route }) {
  const { t } = useTranslation();
  const tell = useRouteSteps();
  return (
    <>
      <h3 className="label">{t('walk.steps')}</h3>
      <ol className="stop-steps">
        {tell(route).map((step, index) => (
          <li key={index}>{step}</li>
        ))}
      </ol>
    </>
  );
}
