import { languages } from '../../../domain/localised.ts';
import { createVisitor, type Visitor } from '../../journeys/visitor.ts';

/** Each a surname and a given name in two scripts, so that many names come of few. */
const surnames = [
  ['陳', 'Chan'],
  ['黃', 'Wong'],
  ['歐陽', 'Au Yeung'],
  ['刘', 'Liu'],
  ['鄧', 'Tang'],
  ['譚', 'Tam'],
  ['贾', 'Jia'],
] as const;
const givenNames = [
  ['大文', 'Tai Man'],
  ['曉彤', 'Hiu Tung'],
  ['浚軒', 'Chun Hin'],
  ['思颖', 'Siying'],
  ['梓睿', 'Zirui'],
  ['霈霖', 'Pui Lam'],
  ['嘉駿', 'Ka Tsun'],
  ['靖珊', 'Ching Shan'],
  ['懿', 'Yi'],
] as const;

/** The languages in turn; 63 names before one comes again, and most bring a character that no badge before had. */
export function pickVisitor(number: number): Visitor {
  const [ownSurname, latinSurname] = surnames[number % surnames.length] ?? surnames[0];
  const [ownGiven, latinGiven] = givenNames[number % givenNames.length] ?? givenNames[0];
  return createVisitor({
    language: languages[number % languages.length] ?? 'en',
    name: { own: ownSurname + ownGiven, latin: `${latinSurname} ${latinGiven}` },
    contact: { kind: 'email', value: `visitor-${number}@example.com` },
    field: 'Electronic engineering',
  });
}
