import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  isRise,
  judgeTrial,
  readInstallerState,
  readKioskState,
  writeInstallerState,
  type InstallerState,
} from './installer-state.ts';
import { takePackage, type TakenPackage } from './take-package.ts';

/** The package manager. */
export interface Packages {
  /** Version that is installed whole; null when none is. */
  installed(): string | null;
  /** @returns whether it is installed and configured now */
  install(deb: string): boolean;
}

export interface InstallerParts {
  /** `/` but in tests. */
  readonly root: string;
  readonly packages: Packages;
  readonly say: (sentence: string) => void;
}

/**
 * One look at everything, as root: what the kiosk asks for is put in when it is signed and newer and there is a way back; what it calls failed
 * is put back. Nothing that the kiosk's user can write is trusted beyond that.
 * @returns whether nothing went wrong
 */
export function installUpdate(parts: InstallerParts): boolean {
  const { root, packages, say } = parts;
  const own = join(root, 'var/lib/foyer-update');
  const kiosk = join(root, 'var/lib/foyer/updates');
  const place = join(own, 'state.json');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  let state = readInstallerState(place);
  const put = (change: Partial<InstallerState>) => {
    state = { ...state, ...change };
    writeInstallerState(place, state);
  };
  const key = join(root, 'opt/foyer/build/package/release-key.pub.pem');
  if (!existsSync(key)) {
    dropRequest(kiosk);
    say('This Foyer was packed without a release key, so no update can be believed.');
    return true;
  }
  const publicKey = createPublicKey(readFileSync(key));

  /** @returns whether the version before runs again */
  function goBack(from: string, why: string): boolean {
    // Looked at again: it has lain there for as long as the trial took.
    const kept = takePackage({ from: join(own, 'kept'), into: join(own, 'staging'), publicKey });
    if (!kept.ok || kept.value.version !== from) {
      say(`${why} Version ${from} cannot be put back: ${kept.ok ? 'another one was kept.' : kept.reason}`);
      put({ trial: null, isInstalling: false });
      return false;
    }
    put({ isInstalling: true });
    const isBack = packages.install(kept.value.deb);
    put({ trial: null, isInstalling: false });
    say(`${why} Version ${from} ${isBack ? 'is back.' : 'could not be put back; dpkg says why.'}`);
    return isBack;
  }

  function putIn({ next, installed }: { next: TakenPackage; installed: string }): boolean {
    const previous = takePackage({ from: join(kiosk, 'spool/previous'), into: join(own, 'next-kept'), publicKey });
    if (!previous.ok || previous.value.version !== installed) {
      say(`Version ${next.version} is not put in, for there is no way back. ${previous.ok ? '' : previous.reason}`);
      return false;
    }
    rmSync(join(own, 'kept'), { recursive: true, force: true });
    renameSync(join(own, 'next-kept'), join(own, 'kept'));
    put({ trial: { version: next.version, from: installed }, seen: next.version, isInstalling: true });
    say(`Version ${next.version} is put in over ${installed}.`);
    if (!packages.install(next.deb)) {
      goBack(installed, `dpkg did not install version ${next.version}.`);
      return false;
    }
    put({ isInstalling: false });
    return true;
  }

  function carryOut(): boolean {
    const { trial, isInstalling } = state;
    if (trial !== null && isInstalling) {
      if (packages.installed() !== trial.version) return goBack(trial.from, 'The machine stopped during an update.');
      put({ isInstalling: false });
    }
    const word = readKioskState(join(kiosk, 'update-state.json'));
    if (trial !== null && word !== null) {
      const judged = judgeTrial(trial.version, word);
      if (judged === 'failed') {
        dropRequest(kiosk);
        return goBack(trial.from, `Version ${trial.version} did not become healthy.`);
      }
      if (judged === 'healthy') put({ trial: null });
    }
    if (!dropRequest(kiosk)) return true;
    const installed = packages.installed();
    const next = takePackage({ from: join(kiosk, 'spool/next'), into: join(own, 'staging'), publicKey });
    if (!next.ok || installed === null) {
      say(next.ok ? 'Nothing is installed that could be updated.' : next.reason);
      return false;
    }
    if (!isRise(next.value.version, { installed, seen: state.seen })) {
      say(`Version ${next.value.version} is not put in over ${installed}: by request versions only rise.`);
      return false;
    }
    return putIn({ next: next.value, installed });
  }

  try {
    return carryOut();
  } finally {
    for (const name of ['staging', 'next-kept']) rmSync(join(own, name), { recursive: true, force: true });
  }
}

/** Before anything else is done about it, so that a request which brings this down is not met again. @returns whether there was one */
function dropRequest(kiosk: string): boolean {
  const request = join(kiosk, 'spool/request');
  if (!existsSync(request)) return false;
  rmSync(request);
  return true;
}
