/**
 * The page gets everything from its own origin and sends nothing elsewhere. Pictures may be `data:`, because a document is rasterised
 * as an SVG picture with its fonts inside.
 */
export const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  // What is not named here Chromium refuses to the page whoever asks: new windows, downloads, dialogs, print, forms, pointer lock.
  sandbox: ['allow-scripts', 'allow-same-origin'],
};

const denied = ['display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb', 'hid'];

/** @param camera this page, and nothing that it embeds, may use one */
export function permissionsPolicy({ camera }: { camera: boolean }): string {
  return [`camera=${camera ? '(self)' : '()'}`, ...denied.map((feature) => `${feature}=()`)].join(', ');
}

/** For a shell that has no library to write them. */
export function pageHeaders(page: { camera: boolean }): Readonly<Record<string, string>> {
  return {
    'content-security-policy': Object.entries(contentSecurityPolicy)
      .map(([directive, sources]) => [directive, ...sources].join(' '))
      .join('; '),
    'permissions-policy': permissionsPolicy(page),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
}
