import { z } from 'zod';

/** The kiosk's screen in the nested session, in pixels. It is what a compositor opens that is nested in X. */
export const screen = { width: 1024, height: 768 };

const stepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tap'), x: z.number(), y: z.number() }),
  /** The screen looks like this picture, a file beside the journey. */
  z.object({ kind: z.literal('see'), name: z.string(), picture: z.string() }),
]);

/** What a visitor does at the screen and sees there, as places and pictures. */
export const journeySchema = z.object({
  register: z.array(stepSchema),
});
export type JourneyStep = z.output<typeof stepSchema>;
export type Journey = z.output<typeof journeySchema>;
