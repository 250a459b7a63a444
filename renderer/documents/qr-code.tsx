import { encode } from 'uqr';

/**
 * A QR code whose modules are whole dots. It has no quiet zone of its own: four modules of white must stand around it.
 * A claim code fits version 1 (21 modules) at level H.
 * @param module dots
 */
export function QrCode({ text, module, label }: { text: string; module: number; label: string }) {
  const { size, data: rows } = encode(text, { ecc: 'Q', boostEcc: true, border: 0 });
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
