import { z } from 'zod';
import { mediaSchema } from '../../../domain/print-job.ts';

const count = z.int().min(0).max(100_000);

/** What the examination page tells of the browser that it runs in. */
export const toldByPageSchema = z.strictObject({
  browser: z.string().max(400),
  /** CSS pixels of the whole screen. */
  screen: z.strictObject({ width: count, height: count, pixelRatio: z.number().min(0).max(20) }),
  /** Painted, while something moved. */
  framesPerSecond: z.number().min(0).max(1000),
  /** What draws, by its own name; null without WebGL. */
  gpu: z.string().max(400).nullable(),
  touchPoints: count,
  /** Each script that sheets and screens promise. */
  scripts: z
    .array(
      z.strictObject({
        language: z.string().max(35),
        /** Characters that no bundled font holds. */
        uncovered: count,
        /** Font files that could not be read. */
        unread: count,
        /** Characters that came out as a box or as nothing. */
        boxes: count,
      }),
    )
    .max(40),
  /** Languages (BCP 47) of voices that the browser can speak with. */
  voices: z.array(z.string().max(35)).max(1000),
  cameras: count,
});
export type ToldByPage = z.infer<typeof toldByPageSchema>;

export type PageFindings = ToldByPage & {
  /** It ran on a screen and not without one. */
  readonly hasDisplay: boolean;
  /** Chromium kept its pages in their sandbox; null where the shell cannot tell. */
  readonly hasSandbox: boolean | null;
};

/** Why there is none. `not-shown`: the browser started and its page never spoke. */
export type OpenFailure = 'no-browser' | 'not-built' | 'not-shown';

/** A test sheet that the page is asked for. */
export const sheetTaskSchema = z.strictObject({
  printer: z.string(),
  name: z.string(),
  model: z.string(),
  mediaName: z.string().nullable(),
  media: mediaSchema,
});
export type SheetTask = z.infer<typeof sheetTaskSchema>;

/** What the page is asked to do. */
export interface PageTask {
  readonly kiosk: string;
  readonly sheets: readonly SheetTask[];
}
