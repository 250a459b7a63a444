import type { UpdateChannel } from '../../domain/protocol/updates.ts';

/** What a kiosk was installed from, and so what it is updated with. */
export interface PackageForm {
  readonly kind: 'nsis' | 'appimage' | 'deb';
  readonly channel: UpdateChannel;
}

/** Ends of file names in a release's description. */
export const packageEndings = { nsis: '.exe', appimage: '.AppImage', deb: '.deb' } as const satisfies Record<
  PackageForm['kind'],
  string
>;
