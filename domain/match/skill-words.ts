import type { Localised } from '../localised.ts';
import type { Skill } from '../skill.ts';
import { skillId, textsOf } from './job-text.ts';

/** The skills that an event pack knows, by all that they are called. */
export interface SkillWords {
  /** One id for a skill however it is written; for one that the pack does not know, its writing folded. */
  readonly idOf: (writing: string) => string;
  /** Folded, by any of which a job is known to ask for it. */
  readonly wordsOf: (id: string) => readonly string[];
  /** Null for a skill that the pack does not know. */
  readonly nameOf: (id: string) => Localised | null;
}

/** @param skills of the event pack; what two of them are called alike belongs to the first */
export function createSkillWords(skills: readonly Skill[]): SkillWords {
  const ids = new Map<string, string>();
  const known = new Map<string, { readonly name: Localised; readonly words: readonly string[] }>();
  for (const { id, label, alternatives } of skills) {
    const words = [...new Set([...textsOf(label), ...alternatives].map(skillId))].filter((word) => !ids.has(word));
    for (const word of words) ids.set(word, id);
    known.set(id, { name: label, words });
  }
  return {
    idOf: (writing) => ids.get(skillId(writing)) ?? skillId(writing),
    wordsOf: (id) => known.get(id)?.words ?? [id],
    nameOf: (id) => known.get(id)?.name ?? null,
  };
}

/** Where a pack has no list of skills: each is what it is written as. */
export const plainSkills: SkillWords = createSkillWords([]);
