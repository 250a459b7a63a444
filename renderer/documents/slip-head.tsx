import { Phrases } from './phrases.tsx';

interface SlipHeadProps {
  readonly title: string;
  /** "4 min"; null when no way is known. */
  readonly walkingTime: string | null;
  /** Where and when it was printed: "from kiosk 3 · 10:51". */
  readonly from: string;
  /** "Printer 3 · from kiosk K2", where several kiosks share a printer; null otherwise. */
  readonly origin: string | null;
  readonly date: string;
  /** What says that this is not the first print; null on the first. */
  readonly reprint: string | null;
}

/** What stands over the map of a slip. */
export function SlipHead({ title, walkingTime, from, origin, date, reprint }: SlipHeadProps) {
  return (
    <header>
      <div className="map-slip-head">
        <h1 className="map-slip-title">{title}</h1>
        {walkingTime !== null && <strong className="map-slip-time">{walkingTime}</strong>}
      </div>
      <div className="map-slip-head">
        <Phrases className="document-caption" parts={[from, date, origin]} />
        {reprint !== null && <strong className="document-caption document-reprint">{reprint}</strong>}
      </div>
    </header>
  );
}
