import { Compass, Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../controls/choices.tsx';
import { useFloorNames } from './floor-names.ts';
import type { ViewportMoves } from './use-viewport.ts';

interface HallToolsProps {
  readonly floor: string;
  /** Ids of floors that the way comes to. */
  readonly walkedFloors: readonly string[];
  readonly onFloor: (floor: string) => void;
  /** What lies ahead of the visitor is up; null when that is up anyway. */
  readonly isAhead: boolean | null;
  readonly onTurn: (isAhead: boolean) => void;
  readonly isWhole: boolean;
  readonly moves: ViewportMoves;
}

/** One touch brings it as much nearer. */
const zoomStep = 1.6;

/** Below the plan: floors, and what moves it for those who do not pinch. */
export function HallTools({ floor, walkedFloors, onFloor, isAhead, onTurn, isWhole, moves }: HallToolsProps) {
  const { t } = useTranslation();
  const names = Object.entries(useFloorNames());
  return (
    <div className="hall-tools">
      {names.length > 1 ? (
        <OneOf
          label={t('hall.floors')}
          hideLabel
          layout="segments"
          value={floor}
          options={names.map(([id, name]) => ({
            id,
            name: (
              <>
                {name}
                {walkedFloors.includes(id) ? <i className="hall-floor-way" aria-hidden="true" /> : null}
              </>
            ),
          }))}
          onChange={onFloor}
        />
      ) : null}
      <div className="hall-moves">
        {isAhead === null ? null : (
          <ToggleButton className="hall-tool" aria-label={t('hall.turn')} isSelected={isAhead} onChange={onTurn}>
            <Compass aria-hidden="true" />
          </ToggleButton>
        )}
        <Tool name={t('hall.whole')} icon={<Maximize />} isDisabled={isWhole} onPress={moves.showWhole} />
        <Tool
          name={t('hall.zoomOut')}
          icon={<Minus />}
          isDisabled={isWhole}
          onPress={() => {
            moves.zoomBy(1 / zoomStep);
          }}
        />
        <Tool
          name={t('hall.zoomIn')}
          icon={<Plus />}
          onPress={() => {
            moves.zoomBy(zoomStep);
          }}
        />
      </div>
    </div>
  );
}

interface ToolProps {
  readonly name: string;
  readonly icon: ReactNode;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

function Tool({ name, icon, isDisabled = false, onPress }: ToolProps) {
  return (
    <Button className="hall-tool" aria-label={name} isDisabled={isDisabled} onPress={onPress}>
      {icon}
    </Button>
  );
}
