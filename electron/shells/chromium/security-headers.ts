import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * The page gets everything from here and sends nothing elsewhere. Pictures may be `data:` and `blob:` and fonts `data:`, because a
 * document is rasterised as an SVG picture with its fonts inside; style attributes are allowed for the same documents.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
};

/** No transport security header: it is plain HTTP that never leaves the machine. */
export const helmetOptions: FastifyHelmetOptions = {
  contentSecurityPolicy,
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
  crossOriginEmbedderPolicy: true,
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
};

const denied = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb', 'hid'];
export const permissionsPolicy = denied.map((feature) => `${feature}=()`).join(', ');
