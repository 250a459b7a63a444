import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

/** In order of preference. Ubuntu's `chromium-browser` may be a stub that asks for a snap, so it comes late. */
const commands = ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge-stable'];

const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsFolders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'];
const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

/**
 * The Chromium of this machine: the one that FOYER_CHROMIUM names, else Playwright's own if it has been downloaded, else the
 * system's. Plain Node 20, because it runs before set-up has brought anything newer.
 * @returns {string | null} absolute path of the program; null when there is none, or when FOYER_CHROMIUM names none
 */
export function findChromium() {
  return listChromiums()[0] ?? null;
}

/** @returns {string[]} every one of them, best first */
export function listChromiums() {
  const named = process.env.FOYER_CHROMIUM;
  const places = named ? [path.resolve(named)] : [...playwrightPlaces(), ...systemPlaces()];
  return places.filter((place) => existsSync(place));
}

/** Playwright knows where it would download to; before `npm ci` there is no Playwright. */
function playwrightPlaces() {
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    return [];
  }
}

function systemPlaces() {
  switch (process.platform) {
    case 'win32':
      return windowsFolders.flatMap((name) =>
        windowsPrograms.map((program) => path.join(process.env[name] ?? 'C:\\', ...program)),
      );
    case 'darwin':
      return macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    default: {
      const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
      return commands.flatMap((command) => folders.map((folder) => path.join(folder, command)));
    }
  }
}
