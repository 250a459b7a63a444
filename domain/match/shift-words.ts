import type { Job } from '../job.ts';
import { foldJob } from './job-text.ts';

/**
 * How job advertisements say that the work is at night or in shifts, in the three languages. Collected from the sample event and from
 * real advertisements of Hong Kong, Taiwan and the mainland. It would rather take a job that is not than leave one that is: whoever asks for
 * regular hours loses little by a job too few, and trust by one night too many. A "shift" alone is no sign (phase shift, level shifter),
 * nor is something that a machine does "every night".
 */
const shiftWords: readonly RegExp[] = [
  // night shift, night work, night duty, nights at the saws, eight nights a month, at night
  /\b(?:over)?night[- ]?(?:shifts?|work|duty|duties|calls?|rota|watch|allowance)\b/,
  /\bnights\b|\bat night\b|\bgraveyard\b/,
  // shift work, shift manager, on shift, two shifts, rotating shifts
  /\bshift[- ]?(?:work|workers?|pattern|rota|roster|allowance|manager|leader|supervisor|basis|rotation|duty)\b/,
  /\b(?:on|in|by|work|working) shifts?\b/,
  /\b(?:day|evening|late|early|rotating|alternating|two|three|four|five|12-hour|twelve-hour) shifts?\b/,
  // 夜班, 大夜, 小夜, 晚班, 值夜, 通宵
  /夜班|大夜|小夜|晚班|值夜|通宵|夜更/,
  // 輪班, 倒班, 輪更, 兩班制, 三班, 四班二運轉, 日夜更
  /[輪轮倒][班更]|更表|[兩两二三四][班更](?:制|倒|輪|轮|[二兩两三]運轉|[二两三]运转)?(?!人)/,
];

/** "No night shift" and its like say the opposite. */
const noShifts =
  /\b(?:no|never|without)\s+(?:\w+\s+){0,2}?(?:nights?|shifts?)(?:[- ](?:shifts?|work|duty))?\b|(?:不用|不需|無需|无需|毋須|免|不必|不上|不)(?:要|須|须)?(?:[輪轮倒上]?夜班|[輪轮倒][班更]|通宵)/g;

/** Whether a job's own words speak of work at night or in shifts. */
export function namesShiftWork(job: Job): boolean {
  const text = foldJob(job).all.replaceAll(noShifts, '');
  return shiftWords.some((word) => word.test(text));
}
