import type { Localised } from '../../localised.ts';
import { reduceHtml } from '../../text/reduce-html.ts';
import { toSingleLine } from '../../text.ts';
import { guessLanguage } from '../guess-language.ts';
import { isObject } from '../pick-value.ts';
import { readProperty, readText, readTexts, resolve, type Node, type NodesById } from './nodes.ts';

const remote = { en: 'Remote', 'zh-Hant': '遙距工作', 'zh-Hans': '远程办公' } as const satisfies Localised;
/** More than that is "anywhere", and no line holds it. */
const mostPlaces = 4;

/** Where the work is done: towns of `jobLocation`, or that it is remote; undefined when the posting does not say. */
export function shapePlace(posting: Node, byId: NodesById): Localised | undefined {
  const places = readProperty(posting, 'jobLocation').map((place) => describePlace(resolve(place, byId), byId));
  const written = [...new Set(places.filter((each) => each !== ''))].slice(0, mostPlaces).join('; ');
  const isRemote = /telecommute|remote/i.test(readText(posting, 'jobLocationType'));
  if (!isRemote) return written === '' ? undefined : { [guessLanguage(written)]: written };
  const within = written === '' ? readText(posting, 'applicantLocationRequirements') : written;
  if (within === '') return remote;
  const language = guessLanguage(within);
  return { [language]: `${remote[language]} (${toPlain(within)})` };
}

function describePlace(place: unknown, byId: NodesById): string {
  if (!isObject(place)) return toPlain(readTexts(place)[0]?.text ?? '');
  const [first] = readProperty(place, 'address');
  const address = resolve(first, byId);
  if (!isObject(address)) return toPlain(readTexts(address ?? place)[0]?.text ?? '');
  const parts = ['addressLocality', 'addressRegion', 'addressCountry'].map((name) => toPlain(readText(address, name)));
  const known = parts.filter((part, at) => part !== '' && parts.indexOf(part) === at);
  return known.length > 0 ? known.join(', ') : toPlain(readText(address, 'streetAddress') || readText(place, 'name'));
}

/** One line without tags. */
export function toPlain(written: string): string {
  return toSingleLine(reduceHtml(written));
}
