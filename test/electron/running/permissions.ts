/** What DevTools can set, by its name, with Electron's name for the same. */
export const permissions: readonly {
  readonly name: string;
  readonly permission: string;
  readonly mediaType?: string;
}[] = [
  { name: 'camera', permission: 'media', mediaType: 'video' },
  { name: 'microphone', permission: 'media', mediaType: 'audio' },
  { name: 'geolocation', permission: 'geolocation' },
  { name: 'notifications', permission: 'notifications' },
  { name: 'clipboard-read', permission: 'clipboard-read' },
  { name: 'clipboard-write', permission: 'clipboard-sanitized-write' },
  { name: 'midi', permission: 'midi' },
  { name: 'idle-detection', permission: 'idle-detection' },
  { name: 'display-capture', permission: 'display-capture' },
  { name: 'local-fonts', permission: 'local-fonts' },
  { name: 'window-management', permission: 'window-management' },
  { name: 'storage-access', permission: 'storage-access' },
  { name: 'persistent-storage', permission: 'persistent-storage' },
  { name: 'screen-wake-lock', permission: 'screen-wake-lock' },
  { name: 'nfc', permission: 'nfc' },
];
