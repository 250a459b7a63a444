import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Frame, FrameAnswer } from './read-qr.worker.ts';

/** Eight looks a second: a hand holds a code still for half a second. */
const lookEveryMilliseconds = 125;
/** As wide as a QR code at arm's length needs: a frame of 480 × 360 is read in 10 to 25 ms. */
const frameWidth = 480;
const wanted = { video: { width: { ideal: 1280 }, height: { ideal: 960 } }, audio: false } as const;

/** Whether a camera is there at all; null until that is known. Its picture is asked for only where one is. */
export function useHasCamera(isAllowed: boolean): boolean | null {
  const canLook = isAllowed && 'mediaDevices' in navigator;
  const [hasCamera, setHasCamera] = useState(canLook ? null : false);
  useEffect(() => {
    if (!canLook) return undefined;
    let isWanted = true;
    const find = async () => {
      const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
      if (isWanted) setHasCamera(devices.some(({ kind }) => kind === 'videoinput'));
    };
    void find();
    return () => {
      isWanted = false;
    };
  }, [canLook]);
  return hasCamera;
}

/**
 * Looks for a QR code through the camera for as long as the video stands in the page. Frames go to a worker and nowhere else.
 * @returns false when the camera gives no picture
 */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void): boolean {
  const [hasPicture, setHasPicture] = useState(true);
  const report = useEffectEvent(onCode);
  useEffect(() => {
    const screen = video.current;
    if (!screen) return undefined;
    const stop = watch(screen, report, () => {
      setHasPicture(false);
    });
    return stop;
  }, [video]);
  return hasPicture;
}

function watch(video: HTMLVideoElement, onCode: (code: string) => void, onBlind: () => void): () => void {
  const worker = new Worker(new URL('./read-qr.worker.ts', import.meta.url), { type: 'module' });
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  let stream: MediaStream | null = null;
  let isStopped = false;
  let isReading = false;

  const look = () => {
    if (isReading || !pen || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const scale = Math.min(1, frameWidth / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    pen.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data: pixels, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    const frame: Frame = { pixels, width, height };
    isReading = true;
    worker.postMessage(frame, [pixels.buffer]);
  };
  worker.addEventListener('message', ({ data: code }: MessageEvent<FrameAnswer>) => {
    isReading = false;
    if (code !== null && code !== '' && !isStopped) onCode(code);
  });
  const timer = setInterval(look, lookEveryMilliseconds);

  const stop = () => {
    isStopped = true;
    clearInterval(timer);
    worker.terminate();
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
    canvas.width = 0;
    canvas.height = 0;
  };
  navigator.mediaDevices.getUserMedia(wanted).then(
    (picture) => {
      stream = picture;
      if (isStopped) stop();
      else video.srcObject = picture;
    },
    () => {
      if (!isStopped) onBlind();
    },
  );
  return stop;
}
