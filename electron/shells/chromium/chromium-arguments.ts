export interface Appearance {
  readonly address: string;
  /** `--user-data-dir`: nothing of the user's own browser is touched. */
  readonly profile: string;
  /** An ordinary window instead of the full screen. */
  readonly window: boolean;
  /** Pages may use a camera without a question; a kiosk has nobody to answer it. The flag means the microphone too, which the headers refuse (Chromium 156). */
  readonly camera: boolean;
  /** Chromium's sandbox does not work for root. */
  readonly asRoot: boolean;
}

/** What a browser does on its own and a kiosk must not. */
const features = [
  'AutofillServerCommunication',
  'GlobalMediaControls',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'OptimizationHints',
  'OverscrollHistoryNavigation',
  'PasswordManagerOnboarding',
  'TouchpadOverscrollHistoryNavigation',
  'Translate',
];

/** @see https://peter.sh/experiments/chromium-command-line-switches/ */
export function chromiumArguments({ address, profile, window, camera, asRoot }: Appearance): string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    ...(window ? [] : ['--kiosk']),
    ...(camera ? ['--auto-accept-camera-and-microphone-capture'] : []),
    ...(asRoot ? ['--no-sandbox'] : []),
    // An ordinary profile keeps sessions, form contents and addresses on the disk; what is worth keeping is in the journal.
    '--incognito',
    // The browser ends with its host: when this pipe breaks, Chromium closes.
    '--remote-debugging-pipe',
    // Nothing but this machine, whatever a page or Chromium itself asks for.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    '--block-new-web-contents',
    '--deny-permission-prompts',
    `--disable-features=${features.join(',')}`,
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-infobars',
    '--disable-notifications',
    '--disable-pinch',
    '--disable-print-preview',
    '--disable-save-password-bubble',
    '--disable-session-crashed-bubble',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    '--noerrdialogs',
    '--overscroll-history-navigation=0',
    // Under Wayland Chromium 156 ends itself (SIGTRAP) when --app and --kiosk stand together; compositors bring an X server for it.
    '--ozone-platform=x11',
    '--password-store=basic',
  ];
}
