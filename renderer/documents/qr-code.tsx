import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  readonly module: number;
  readonly label: string;
  readonly level?: 'M' | 'Q';
}

/** Text is UTF-8 in byte mode, without an ECI: every reader tells UTF-8 apart, and some show the ECI as letters. */
export function encodeQr(text: string, level: 'M' | 'Q') {
  return encode(text, { ecc: level, boostEcc: true, border: 0 });
}

/**
 * A QR code whose modules are whole dots. It has no quiet zone of its own: four modules of white must stand around it.
 * A claim code fits version 1 (21 modules) at level H.
 * @param module dots
 * @param level at least so much of it may be unreadable: M 15 %, Q 25 % (ISO/IEC 18004, 6.5.1)
 */
export function QrCode({ text, module, label, level = 'Q' }: QrCodeProps) {
  const { size, data: rows } = encodeQr(text, level);
  const path = rows.flatMap((row, y) => row.map((black, x) => (black ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      width={size * module}
      height={size * module}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
