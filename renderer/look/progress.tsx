import { useTranslation } from 'react-i18next';
import './progress.css';

export const registrationSteps = ['consent', 'name', 'contact', 'about', 'badge'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

/** How far a registration is. */
export function Progress({ step }: { readonly step: RegistrationStep }) {
  const { t } = useTranslation();
  const current = registrationSteps.indexOf(step);
  const names = registrationSteps.map((name) => t(`register.steps.${name}`));
  const label = t('register.progress', { step: current + 1, steps: names.length, name: names[current] ?? '' });
  return <ProgressLine names={names} current={current} label={label} />;
}

interface ProgressLineProps {
  /** Of the steps, each once. */
  readonly names: readonly string[];
  /** Index of the step where the visitor is. */
  readonly current: number;
  /** Read aloud in its place. */
  readonly label: string;
}

/** The line as progress: it grows from node to node. */
export function ProgressLine({ names, current, label }: ProgressLineProps) {
  const last = names.length - 1;
  const at = (index: number) => 130 + (index * 820) / last;
  return (
    <div className="progress" role="img" aria-label={label}>
      <svg viewBox="0 0 1080 96" aria-hidden="true">
        <path className="progress-rest" d={`M${at(current)} 60 H1016`} />
        <path className="progress-done" d={`M0 30 H70 L100 60 H${at(current)}`} />
        {names.map((name, index) => (
          <circle
            key={name}
            className={index < current ? 'progress-past' : index === current ? 'progress-current' : 'progress-future'}
            cx={at(index)}
            cy={60}
            r={index === current ? 24 : 17}
          />
        ))}
      </svg>
      <ol aria-hidden="true">
        {names.map((name, index) => (
          <li
            key={name}
            className={index === current ? 'progress-name-current' : ''}
            style={{ left: `${at(index) / 10.8}%` }}
          >
            {name}
          </li>
        ))}
      </ol>
    </div>
  );
}
