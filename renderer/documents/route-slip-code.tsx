import type { Media } from '../../domain/print-job.ts';
import { measuresOf } from './measures.ts';
import { encodeQr, QrCode } from './qr-code.tsx';

/** A module that a phone reads from paper in the other hand: half a millimetre, four dots at 203 dpi. */
const leastModuleMillimetres = 0.5;
/** Units: larger reads no better. */
const largestModule = 7;
const millimetresPerInch = 25.4;

/** Modules along the side of the largest code that the paper has room for. Its margins are wider than the four modules of white around a code. */
export function largestCodeSide(media: Media): number {
  const { width, margin } = measuresOf(media);
  return Math.floor((width - 2 * margin) / leastModule(media));
}

function leastModule({ dotsPerInch }: Media): number {
  return Math.ceil((leastModuleMillimetres * dotsPerInch) / millimetresPerInch);
}

/** Dots for one module of a code of so many modules, so that it fills the paper's width at most. */
export function moduleOf(side: number, media: Media): number {
  const { width, margin, unit } = measuresOf(media);
  const widest = Math.floor((width - 2 * margin) / side);
  return Math.max(leastModule(media), Math.min(widest, Math.round(largestModule * unit)));
}

interface RouteSlipCodeProps {
  readonly text: string;
  readonly caption: string;
  readonly media: Media;
}

/** A list for the phone, as large as it is read well. */
export function RouteSlipCode({ text, caption, media }: RouteSlipCodeProps) {
  const module = moduleOf(encodeQr(text, 'M').size, media);
  return (
    <figure className="route-slip-code" style={{ paddingBlock: 4 * module }}>
      <QrCode text={text} module={module} label={caption} level="M" />
      <figcaption className="document-caption">{caption}</figcaption>
    </figure>
  );
}
