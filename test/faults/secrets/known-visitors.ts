import { languages } from '../../../domain/localised.ts';
import type { Visitor } from '../../journeys/visitor.ts';
import type { Random } from '../harness/random.ts';

/** Characters of the fonts on the badge, as many that four of them stand together in no other file. */
const characters = Array.from(
  '陳黃歐陽鄧譚賈劉李張王林周吳徐孫胡朱高何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄭許傅沈曾彭呂蘇盧蔣蔡魏丁薛葉閻余潘杜戴夏鍾汪田任姜范方石姚廖鄒熊金陸郝孔白崔康毛邱秦江史顧侯邵孟龍萬段雷錢湯尹黎易常武喬賀賴龔文',
);
const syllables = ['zha', 'verb', 'quil', 'lon', 'xim', 'dre', 'fok', 'wyr', 'tsi', 'bou', 'gna', 'plu'];
const letters = Array.from('abcdefghjkmnpqrstuvwxyz23456789');

/** Somebody whose name, address and number stand nowhere but where they are entered. */
export function createKnownVisitor(random: Random): Visitor {
  const word = () => Array.from({ length: 3 }, () => random.pick(syllables)).join('');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const token = Array.from({ length: 10 }, () => random.pick(letters)).join('');
  return {
    language: random.pick(languages),
    name: {
      own: Array.from({ length: 4 }, () => random.pick(characters)).join(''),
      latin: `${capital(word())} ${capital(word())}`,
    },
    contact: random.chance(0.5)
      ? { kind: 'email', value: `${token}@${word()}.example` }
      : { kind: 'phone', value: `6${random.integer(1_000_000, 9_999_999)}` },
    status: random.pick(['student', 'graduate', 'experienced']),
    field: '',
    talentPool: random.pick(['open', 'private']),
  };
}

export function secretsOf({ name, contact }: Pick<Visitor, 'name' | 'contact'>): string[] {
  return [name.own, ...name.latin.split(' '), contact.value];
}

/** As ticket shops write them: short enough to be guessed, were it not for the work that each guess costs. */
export function createTicketCode(random: Random): string {
  return Array.from({ length: 9 }, () => random.pick(letters))
    .join('')
    .toUpperCase();
}
