import type { PlaceKind } from '../../../floor-plan.ts';
import type { GroundKind } from '../plan-mapping.ts';

/**
 * What a unit is by its category (OGC 20-094, "Categories"). What is public and open is an area to walk on; what is built or closed to the
 * public stands in the way simply by not being one. Null: nothing a visitor looks for.
 */
export function kindOfUnit(category: string): PlaceKind | GroundKind | null {
  if (category.startsWith('restroom')) return 'toilet';
  switch (category) {
    case 'walkway':
    case 'walkway.island':
    case 'movingwalkway':
    case 'footbridge':
    case 'lobby':
    case 'platform':
    case 'ramp':
    case 'unenclosedarea':
    case 'terrace':
    case 'waitingroom':
    case 'unspecified':
      return 'area';
    case 'elevator':
      return 'lift';
    case 'escalator':
      return 'escalator';
    case 'stairs':
    case 'steps':
      return 'stairs';
    case 'firstaid':
      return 'first-aid';
    case 'foodservice':
      return 'food';
    case 'column':
    case 'brick':
    case 'concrete':
    case 'drywall':
    case 'glass':
    case 'wood':
    case 'opentobelow':
    case 'structure':
    case 'vegetation':
      return 'wall';
    case 'auditorium':
    case 'classroom':
    case 'conferenceroom':
    case 'fieldofplay':
    case 'huddleroom':
    case 'laboratory':
    case 'library':
    case 'lounge':
    case 'mothersroom':
    case 'movietheater':
    case 'office':
    case 'phoneroom':
    case 'privatelounge':
    case 'recreation':
    case 'room':
    case 'smokingarea':
    case 'theater':
      return 'room';
    default:
      return null;
  }
}

/** What an amenity is by its category; null for those that the plan has no sign for. */
export function kindOfAmenity(category: string): PlaceKind | null {
  if (category.startsWith('restroom')) return 'toilet';
  switch (category) {
    case 'firstaid':
      return 'first-aid';
    case 'information':
      return 'information';
    case 'coatcheck':
      return 'cloakroom';
    case 'elevator':
      return 'lift';
    case 'escalator':
      return 'escalator';
    case 'stairs':
      return 'stairs';
    case 'ramp':
      return 'ramp';
    case 'entry':
      return 'entrance';
    case 'foodcourt':
    case 'vending.snacks':
      return 'food';
    default:
      return null;
  }
}

/** Companies that feed people are food, not stands. */
export function isFood(category: string): boolean {
  return /^(restaurant|foodcourt|cafe|coffee|bar|bakery|fastfood|foodservice|juicebar|tea)/.test(
    category.replaceAll(/[_ ]/g, ''),
  );
}

/** What a fixture is where nobody has his stand at it. */
export function kindOfFixture(category: string): PlaceKind | GroundKind {
  return category === 'stage' ? 'stage' : 'wall';
}
