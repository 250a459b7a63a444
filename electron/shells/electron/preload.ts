import { contextBridge, ipcRenderer } from 'electron';
import { channel } from './channel.ts';

// Nothing of `ipcRenderer` itself reaches the page (Electron's security checklist, 20): with it a page could use any channel.
contextBridge.exposeInMainWorld('foyer', {
  call: (verb: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(channel, verb, input),
});
