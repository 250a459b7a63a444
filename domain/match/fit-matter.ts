import type { EventDetails } from '../event.ts';
import type { Job } from '../job.ts';
import { isNew } from './is-new.ts';
import { foldJob, textsOf } from './job-text.ts';
import { namesShiftWork } from './shift-words.ts';
import { matters, type Matter } from './wishes.ts';

/** What is known of the event where the visitor stands. */
export interface MatchPlace {
  /** The event's first, `YYYY-MM-DD`. */
  readonly day: string;
  /** Id of the function that is research, where the event has one. */
  readonly research: string | null;
  /** Of the way from this kiosk to a company's nearest stand, by the company's id. */
  readonly secondsTo: ReadonlyMap<string, number>;
}

/** Seconds on the way to what still is close by. */
export const closeBySeconds = 45;

const noExperience =
  /\bno (?:previous |prior )?(?:work )?experience (?:is )?(?:needed|required|necessary)\b|[無无毋免](?:需|須|须)?(?:工作)?[經经][驗验]|[經经][驗验]不[限拘]/;

/** True or false where the job tells; null where it does not. */
export function fitMatter(matter: Matter, job: Job, place: MatchPlace): boolean | null {
  switch (matter) {
    case 'regular-hours':
      return !namesShiftWork(job);
    case 'close-by': {
      const seconds = place.secondsTo.get(job.company);
      return seconds === undefined ? null : seconds <= closeBySeconds;
    }
    case 'no-experience':
      if (job.level === 'intern' || job.level === 'graduate' || noExperience.test(foldJob(job).all)) return true;
      return job.level === undefined ? null : false;
    case 'new':
      return job.posted === undefined ? null : isNew(job.posted, place.day);
    case 'permanent':
      return job.contract === undefined ? null : job.contract === 'full-time' || job.contract === 'part-time';
    case 'research':
      return job.function === undefined || place.research === null ? null : job.function === place.research;
    case 'cantonese':
      return job.languages.length === 0 ? null : job.languages.includes('yue');
  }
}

/** What a visitor can be asked: that by which the jobs differ. What all or none of them have is no question. */
export function listMatters(jobs: readonly Job[], place: MatchPlace): readonly Matter[] {
  return matters.filter((matter) => {
    const answers = new Set(jobs.map((job) => fitMatter(matter, job, place) === true));
    return answers.size === 2;
  });
}

/** The function of an event that is research and development, by its id or its name. */
export function findResearch(functions: EventDetails['functions']): string | null {
  const isResearch = /\br\s?&\s?d\b|\bresearch\b|研發|研发|研究/i;
  const found = functions.find(({ id, name }) => [id, ...textsOf(name)].some((text) => isResearch.test(text)));
  return found?.id ?? null;
}
