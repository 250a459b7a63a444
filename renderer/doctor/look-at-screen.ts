import type { ToldByPage } from '../../electron/doctor/page/page-findings.ts';

const watchedMilliseconds = 1000;

/** How many pictures a second come out while something moves. */
export function countFrames(): Promise<number> {
  const mark = document.createElement('div');
  mark.className = 'doctor-mark';
  document.body.append(mark);
  return new Promise((resolve) => {
    let frames = 0;
    let start: number | null = null;
    const end = (milliseconds: number) => {
      mark.remove();
      resolve(Math.round((frames / Math.max(milliseconds, 1)) * 1000));
    };
    // A window that nobody paints has no frames at all.
    const unpainted = setTimeout(() => {
      end(watchedMilliseconds);
    }, watchedMilliseconds * 2);
    const next = (time: number) => {
      start ??= time;
      if (time - start >= watchedMilliseconds) {
        clearTimeout(unpainted);
        end(time - start);
        return;
      }
      frames += 1;
      mark.style.transform = `translateX(${String(frames)}px)`;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

/** What draws, as the driver calls itself; null without WebGL. */
export function readGpu(): string | null {
  const context = document.createElement('canvas').getContext('webgl');
  if (context === null) return null;
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  return typeof name === 'string' ? name.slice(0, 400) : null;
}

export function readScreen(): ToldByPage['screen'] {
  const { width, height } = window.screen;
  return { width, height, pixelRatio: window.devicePixelRatio };
}

/** How many there are; none is opened. */
export async function countCameras(): Promise<number> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind }) => kind === 'videoinput').length;
  } catch {
    return 0;
  }
}

const voicesWithin = 1500;

/** Browsers learn of their voices some time after the page began. */
export function listVoices(): Promise<string[]> {
  if (!('speechSynthesis' in window)) return Promise.resolve([]);
  const read = () => speechSynthesis.getVoices().map(({ lang }) => lang.slice(0, 35));
  return new Promise((resolve) => {
    const now = read();
    if (now.length > 0) {
      resolve(now);
      return;
    }
    const end = () => {
      speechSynthesis.removeEventListener('voiceschanged', end);
      resolve(read().slice(0, 1000));
    };
    speechSynthesis.addEventListener('voiceschanged', end);
    setTimeout(end, voicesWithin);
  });
}
