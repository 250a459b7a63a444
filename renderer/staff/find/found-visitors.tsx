import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';

interface FoundVisitorsProps {
  readonly visitors: readonly VisitorSummary[];
  readonly onChoose: (visitor: VisitorSummary) => void;
}

/** A table whose lines are touched, or walked through with the arrow keys. On a phone each line is a small card. */
export function FoundVisitors({ visitors, onChoose }: FoundVisitorsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const lines = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = lines.findIndex((line) => line === document.activeElement);
    lines[Math.min(Math.max(at + step, 0), lines.length - 1)]?.focus();
  };
  return (
    <ul className="found-visitors" ref={list} onKeyDown={walk}>
      {visitors.map((visitor) => {
        const { own, latin } = visitor.name;
        const [name, second] = own === '' ? [latin, ''] : [own, latin];
        return (
          <li key={visitor.visitor ?? visitor.attendee}>
            <button
              type="button"
              onClick={() => {
                onChoose(visitor);
              }}
            >
              <span className="found-name">
                <strong dir="auto">{name}</strong>
                {second === '' || second === name ? null : <span dir="auto">{second}</span>}
              </span>
              <span className="found-code">
                {visitor.claimCode ?? <em className="staff-pill">{t('staffVisitors.find.notArrived')}</em>}
              </span>
              <span className="found-rest">
                <span>{visitor.status === null ? '' : t(`register.status.${visitor.status}`)}</span>
                <span dir="auto">{visitor.field}</span>
                <span dir="auto">{visitor.contactHint}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
