import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Ubuntu's `chromium-browser` may be a stub that asks for a snap, so it comes late. */
const commands = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge-stable'];

/** The program to open: Playwright's own in a development checkout, else the first of the usual names on the PATH; null when there is none. */
export async function findChromium(searchPath: string): Promise<string | null> {
  const folders = searchPath.split(delimiter).filter(isAbsolute);
  const places = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...(await playwrightPlaces()), ...places].find(existsSync) ?? null;
}

/** A kiosk has no Playwright: it comes with development only. */
async function playwrightPlaces(): Promise<string[]> {
  try {
    const { chromium } = await import('playwright-core');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
}
