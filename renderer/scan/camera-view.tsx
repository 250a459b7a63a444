import { useRef, useState } from 'react';
import { useCamera } from './use-camera.ts';
import './camera-view.css';

interface CameraViewProps {
  readonly label: string;
  readonly onCode: (code: string) => void;
}

/** The picture of the camera, as a mirror shows it. The camera stops when it leaves the page. */
export function CameraView({ label, onCode }: CameraViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const hasPicture = useCamera(video, (code) => {
    // The same code lies before the camera until the hand goes away.
    if (code === last) return;
    setLast(code);
    onCode(code);
  });
  if (!hasPicture) return null;
  return (
    <figure className="camera">
      <video ref={video} autoPlay muted playsInline aria-hidden="true" />
      <figcaption>{label}</figcaption>
    </figure>
  );
}
