import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Company } from '../../domain/company.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { useVisit } from '../visit/visit.tsx';

interface BoothButtonProps {
  readonly company: Company | undefined;
  /** The job that led to it; null when it was the company itself. */
  readonly job: string | null;
}

/** The way from a job or a company to its booth; nothing when the plan has no such stand. */
export function BoothButton({ company, job }: BoothButtonProps) {
  const { t } = useTranslation();
  const { standByLabel } = useCatalogue();
  const { go } = useVisit();
  const label = company?.stands.find((each) => standByLabel.has(each));
  const stand = label === undefined ? undefined : standByLabel.get(label);
  if (!stand) return null;
  return (
    <Button
      kind="primary"
      icon={<MapPin />}
      onPress={() => {
        go({ name: 'map', place: stand.properties.id, job });
      }}
    >
      {t('job.showBooth')}
    </Button>
  );
}
