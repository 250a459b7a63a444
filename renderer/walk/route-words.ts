import type { TFunction } from 'i18next';
import { isFloorChanger } from '../../domain/walk/floor-changes.ts';
import type { RouteStep } from '../../domain/walk/steps.ts';
import { nameOfFloor, nameOfGoal, nameOnWay, type Telling } from './name-on-way.ts';

/** What follows within so many metres is told in the same sentence. */
const sameBreath = 8;

/** The written way, sentence by sentence, in the visitor's language. */
export function wordRoute({
  steps,
  ...telling
}: Telling & { readonly steps: readonly RouteStep[] }): readonly string[] {
  const tell = createTeller(telling);
  const sentences: string[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    const [step, next] = [steps[index], steps[index + 1]];
    if (step === undefined) continue;
    let clause = tell(step);
    if (next?.kind === 'turn' && 'metres' in step && step.metres < sameBreath) {
      clause = telling.t('steps.joined', { first: clause, second: tell(next) });
      index += 1;
    }
    sentences.push(toSentence(clause, telling));
  }
  return sentences;
}

/** Less than a minute, or about so many. */
export function wordWalkingTime(seconds: number, t: TFunction): string {
  const minutes = Math.round(seconds / 60);
  return seconds < 50 ? t('steps.time.short') : t('steps.time.about', { count: Math.max(1, minutes) });
}

function toSentence(clause: string, { language, t }: Telling): string {
  const text = clause.trim();
  const begun = text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  // "Ltd." ends a sentence by itself.
  return begun.endsWith('.') ? begun : t('steps.sentence', { clause: begun });
}

/** Tells a step as a clause. */
function createTeller(telling: Telling): (step: RouteStep) => string {
  const { plan, t } = telling;
  const placeById = new Map(plan.features.map((place) => [place.properties.id, place]));
  const name = (id: string, call = nameOnWay) => {
    const place = placeById.get(id);
    return place === undefined ? '' : call(place, telling);
  };
  return (step) => {
    switch (step.kind) {
      case 'set-off': {
        const { from, direction, seenFrom, towards } = step;
        if (direction === null)
          return towards === null ? t('steps.setOff.unknown') : t('steps.setOff.towards', { place: name(towards) });
        if (seenFrom === 'screen') return t(`steps.setOff.screen.${direction}`);
        const isChanger = isFloorChanger(placeById.get(from)?.properties.kind ?? 'walkway');
        return t(`steps.setOff.${isChanger ? 'floor' : 'door'}.${direction}`, { place: name(from) });
      }
      case 'turn': {
        const { turn, nth, isEnd, landmark } = step;
        if (landmark !== null) return t(`steps.turn.landmark.${turn}`, { place: name(landmark) });
        if (isEnd) return t(`steps.turn.end.${turn}`);
        const ordinal = wordOrdinal(nth, t);
        return ordinal === undefined
          ? t(`steps.turn.many.${turn}`, { count: nth })
          : t(`steps.turn.nth.${turn}`, { nth: ordinal });
      }
      case 'change-floor': {
        const side = t(`steps.side.${step.side}`);
        return t(`steps.change.${step.isUp ? 'up' : 'down'}.${step.by}`, {
          side,
          floor: nameOfFloor(step.to, telling),
        });
      }
      case 'arrive': {
        const place = name(step.place, nameOfGoal);
        const nth = step.nth === null ? undefined : wordOrdinal(step.nth, t);
        return nth === undefined || step.side === 'ahead'
          ? t(`steps.arrive.side.${step.side}`, { place })
          : t(`steps.arrive.nth.${step.side}`, { nth, place });
      }
    }
  };
}

function wordOrdinal(nth: number, t: TFunction): string | undefined {
  return t('steps.ordinals').split(' ')[nth - 1];
}
