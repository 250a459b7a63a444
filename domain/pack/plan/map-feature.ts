import { longestLabel, type PlaceKind } from '../../floor-plan.ts';
import { isBlank, pickValue } from '../pick-value.ts';
import type { DrawnKind, PlanMapping } from './plan-mapping.ts';
import { toLocalised } from './to-localised.ts';

/** What the mapping makes of a feature's kind: what it is, that it is left out, or that nobody said. */
export type MappedKind =
  | { readonly is: 'kind'; readonly kind: DrawnKind }
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown'; readonly property: string; readonly value: string };

export function mapKind(record: Readonly<Record<string, unknown>>, mapping: PlanMapping): MappedKind {
  let unknown: MappedKind | undefined;
  for (const [property, meanings] of Object.entries(mapping.kinds ?? {})) {
    const written = pickValue(record, property);
    if (isBlank(written)) continue;
    const value = String(written);
    const meaning = Object.hasOwn(meanings, value) ? meanings[value] : undefined;
    if (meaning === null) return { is: 'nothing' };
    if (meaning !== undefined) return { is: 'kind', kind: meaning };
    unknown ??= { is: 'unknown', property, value };
  }
  if (mapping.kind !== undefined) return { is: 'kind', kind: mapping.kind };
  return unknown ?? { is: 'unknown', property: Object.keys(mapping.kinds ?? {})[0] ?? 'kind', value: '' };
}

/** Gives every place an id that no other has and that stays while its number, its label or its turn on the floor does. */
export function createIds(): (wanted: string) => string {
  const taken = new Map<string, number>();
  return (wanted) => {
    const base = toSlug(wanted);
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return count === 1 ? base : `${base}.${count}`;
  };
}

function toSlug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 56);
  return plain === '' ? 'place' : plain;
}

/** The properties of our schema, from those of a file. */
export function mapProperties(task: {
  record: Readonly<Record<string, unknown>>;
  kind: DrawnKind;
  mapping: PlanMapping;
  floor: string | undefined;
  nextId: (wanted: string) => string;
}): Record<string, unknown> {
  const { record, kind, mapping, floor, nextId } = task;
  const pick = (source: string | undefined) => {
    const found = source === undefined ? undefined : pickValue(record, source);
    return isBlank(found) ? undefined : found;
  };
  const written = pick(mapping.label);
  const text = written === undefined ? undefined : toText(written);
  const isLabel = text !== undefined && text.length <= longestLabel;
  const named = toLocalised(pick(mapping.name), mapping.language) ?? (isLabel ? null : toLocalised(text));
  const own = pick(mapping.id);
  const prefix = floor === undefined ? kind : `${floor}-${kind}`;
  const id = own !== undefined ? toText(own) : isLabel && isNamed(kind) ? `${kind}-${text}` : prefix;
  const facing = Number(pick(mapping.facing));
  return {
    id: nextId(own !== undefined && !isNamed(kind) ? `${prefix}-${toText(own)}` : id),
    kind,
    ...(named === null ? {} : { name: named }),
    ...(isLabel && isNamed(kind) ? { label: text } : {}),
    ...(floor === undefined ? {} : { floor }),
    ...(pick(mapping.shaft) === undefined ? {} : { shaft: toSlug(toText(pick(mapping.shaft))) }),
    ...(Number.isFinite(facing) ? { facing: ((facing % 360) + 360) % 360 } : {}),
  };
}

/** On one line; of a list its parts. */
function toText(written: unknown): string {
  const parts: unknown[] = Array.isArray(written) ? written : [written];
  const texts = parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Whether somebody may ask for it by what is written there. */
function isNamed(kind: DrawnKind): kind is PlaceKind {
  return kind !== 'walkway' && kind !== 'wall' && kind !== 'area' && kind !== 'hall';
}
