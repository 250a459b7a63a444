import { Search as SearchIcon, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';
import { CameraView } from '../../scan/camera-view.tsx';
import { useHasCamera } from '../../scan/use-camera.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { CameraButton } from '../controls/camera-button.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { FoundVisitors } from './found-visitors.tsx';
import { shownAtMost, useSearch } from './use-search.ts';
import './find.css';

interface VisitorSearchProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (visitor: VisitorSummary) => void;
  /** Below "Nobody found". */
  readonly otherwise?: ReactNode;
}

/** One box for everything that finds a visitor, and who it finds. */
export function VisitorSearch({ query, onQuery, onChoose, otherwise }: VisitorSearchProps) {
  const { t } = useTranslation();
  const search = useSearch(query);
  const hasCamera = useHasCamera(true);
  const [isFilming, setIsFilming] = useState(false);
  const { found } = search;
  const [first] = found?.visitors ?? [];
  return (
    <div className="visitor-search">
      <search className="visitor-search-box">
        <StaffField
          label={t('staffVisitors.find.label')}
          placeholder={t('staffVisitors.find.placeholder')}
          layout="search"
          icon={<SearchIcon aria-hidden="true" />}
          takesFocus
          value={query}
          onChange={onQuery}
          after={
            query === '' ? null : (
              <Button
                className="visitor-search-clear"
                aria-label={t('staffVisitors.find.clear')}
                onPress={() => {
                  onQuery('');
                }}
              >
                <X aria-hidden="true" />
              </Button>
            )
          }
          onEnter={() => {
            if (first && !search.isSearching) onChoose(first);
          }}
        />
        {hasCamera ? (
          <CameraButton label={t('staffVisitors.find.camera')} isFilming={isFilming} onChange={setIsFilming} />
        ) : null}
      </search>
      {isFilming ? (
        <CameraView
          label={t('staffVisitors.find.cameraHint')}
          onCode={(code) => {
            setIsFilming(false);
            onQuery(code);
          }}
        />
      ) : null}
      <p className="staff-note" role="status">
        {query.trim() === ''
          ? t('staffVisitors.find.start')
          : search.refusal !== null
            ? ''
            : found === null
              ? t('staffVisitors.find.searching')
              : found.total > found.visitors.length
                ? t('staffVisitors.find.first', {
                    shown: Math.min(shownAtMost, found.visitors.length),
                    total: found.total,
                  })
                : found.total > 0
                  ? t('staffVisitors.find.count', { count: found.total })
                  : ''}
      </p>
      {search.refusal === null ? null : <Refused refusal={search.refusal} onRetry={search.again} />}
      {found && found.visitors.length > 0 ? <FoundVisitors visitors={found.visitors} onChoose={onChoose} /> : null}
      {found?.total === 0 && !search.isSearching ? (
        <Notice kind="plain">
          <p>
            <strong>{t('staffVisitors.find.none')}</strong>
          </p>
          <p>{t('staffVisitors.find.noneHelp')}</p>
          {otherwise}
        </Notice>
      ) : null}
    </div>
  );
}
