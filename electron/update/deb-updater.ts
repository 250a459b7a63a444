import electronUpdater from 'electron-updater';
import type { DownloadExecutorResult, DownloadUpdateOptions } from 'electron-updater/out/AppUpdater.js';
import type { SourceExecutor } from './source-executor.ts';

const { DebUpdater } = electronUpdater;

/** Name of the package that is installed now, where electron-updater keeps its own. */
export const debBase = 'package.deb';

/**
 * electron-updater fetches a .deb whole. What it does for Windows' installers does as well for a .deb whose data are packed so that a small
 * change stays small (`gzip --rsyncable`): the block map says what is new.
 */
export class DifferentialDebUpdater extends DebUpdater {
  protected override doDownloadUpdate(options: DownloadUpdateOptions): Promise<DownloadExecutorResult> {
    const { info, provider } = options.updateInfoAndProvider;
    const file = provider.resolveFiles(info).find(({ url }) => url.pathname.endsWith('.deb'));
    if (file === undefined) throw new Error('the release has no .deb');
    return this.executeDownload({
      fileExtension: 'deb',
      fileInfo: file,
      downloadUpdateOptions: options,
      task: async (destination, downloadOptions) => {
        const isWhole =
          options.disableDifferentialDownload === true ||
          (await this.differentialDownloadInstaller(file, options, destination, provider, debBase));
        // Left out of the typings.
        const { httpExecutor } = this as unknown as { httpExecutor: SourceExecutor };
        if (isWhole) await httpExecutor.download(file.url, destination, downloadOptions);
      },
    });
  }
}
