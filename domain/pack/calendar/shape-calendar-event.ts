import type { Language, Localised } from '../../localised.ts';
import { reduceHtml } from '../../text/reduce-html.ts';
import { toSingleLine } from '../../text.ts';
import type { Component } from './components.ts';
import type { Property } from './content-lines.ts';
import { localiseTexts } from '../localise-texts.ts';
import { readKind } from './session-kind.ts';

/** What an event says of itself, without its times. */
export interface EventTexts {
  readonly fields: Readonly<Record<string, unknown>>;
  /** One of its texts is in a language that the kiosk does not speak. */
  readonly isForeign: boolean;
}

/** SUMMARY, DESCRIPTION, LOCATION and CATEGORIES as title, text, room, kind and track. @param usual language of texts without LANGUAGE */
export function shapeEventTexts({ properties }: Component, usual: Language | null): EventTexts {
  const read = (name: string, shape: (text: string) => string) =>
    localiseTexts(
      properties.flatMap((property) =>
        property.name === name ? [{ text: shape(toText(property)), tag: toTag(property) }] : [],
      ),
      usual,
    );
  const title = read('summary', toSingleLine);
  const plain = read('description', reduceHtml);
  const text = plain.localised === undefined ? read('x-alt-desc', (html) => reduceHtml(unescape(html))) : plain;
  const room = read('location', (written) => toSingleLine(written.replaceAll('\n', ', ')));
  const categories = properties.filter(({ name }) => name === 'categories');
  const { kind, track } = sortCategories(categories, usual);
  const fields = {
    kind: kind ?? readKindOfTitle(title.localised) ?? 'talk',
    title: title.localised,
    text: text.localised,
    room: room.localised,
    track,
  };
  return { fields, isForeign: [title, text, room].some(({ isForeign }) => isForeign) };
}

/** Categories that sort by kind of session tell the kind, the first other one the track. */
function sortCategories(categories: readonly Property[], usual: Language | null) {
  const all = categories.flatMap((property) =>
    property.values.flatMap((value) =>
      typeof value === 'string' ? [{ text: toSingleLine(value), tag: toTag(property) }] : [],
    ),
  );
  const kind = all.map(({ text }) => readKind(text)).find((each) => each !== null) ?? null;
  const track = all.find(({ text }) => text !== '' && readKind(text) === null);
  return { kind, track: track === undefined ? undefined : localiseTexts([track], usual).localised };
}

/** `Workshop: RISC-V`, `論壇：…` */
function readKindOfTitle(title: Localised | undefined) {
  for (const text of Object.values(title ?? {}) as readonly (string | undefined)[]) {
    const prefix = /^([^:：]+)[:：]/.exec(text ?? '')?.[1];
    if (prefix !== undefined) return readKind(prefix);
  }
  return null;
}

function toText({ values }: Property): string {
  return values.filter((value) => typeof value === 'string').join(', ');
}

function toTag({ parameters }: Property): string | null {
  const { language } = parameters;
  return typeof language === 'string' ? language : null;
}

/** ical.js leaves properties that are not in the standard as they are. */
function unescape(written: string): string {
  return written.replace(/\\([nN,;\\])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}
