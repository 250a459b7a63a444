import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

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

/** Only Playwright knows the name of its download; asking it costs half a second, so only where there are any. */
function playwrightPlaces() {
  if (!existsSync(playwrightFolder())) return [];
  try {
    return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()];
  } catch {
    // Before `npm ci` there is no Playwright.
    return [];
  }
}

/** @see https://playwright.dev/docs/browsers#managing-browser-binaries */
function playwrightFolder() {
  const { PLAYWRIGHT_BROWSERS_PATH: named, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (named === '0') return fileURLToPath(new URL('../node_modules/playwright-core', import.meta.url));
  if (named) return path.resolve(named);
  const caches = {
    win32: LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'),
    darwin: path.join(homedir(), 'Library', 'Caches'),
  };
  return path.join(caches[process.platform] ?? XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'ms-playwright');
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
