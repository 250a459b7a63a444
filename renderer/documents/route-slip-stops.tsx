export interface RouteSlipStop {
  /** Id of the place on the plan. */
  readonly placeId: string;
  /** What is written at the stand: `C03`. */
  readonly label: string | null;
  /** Who is there and what is kept of them; several share some booths. */
  readonly companies: readonly { readonly name: string; readonly jobTitles: readonly string[] }[];
  /** "Forum at 11:00 on the way"; null when nothing is. */
  readonly note: string | null;
  /** The way from the stop before, in words; null when there is no room for them. */
  readonly way: string | null;
}

interface RouteSlipStopsProps {
  readonly stops: readonly RouteSlipStop[];
  readonly more: string | null;
}

/** The stops in the order of walking, under the numbers that they have on the map. */
export function RouteSlipStops({ stops, more }: RouteSlipStopsProps) {
  if (stops.length === 0) return null;
  return (
    <>
      <ol className="map-slip-stops">
        {stops.map(({ placeId, label, companies, note, way }, index) => (
          <li key={placeId} className="map-slip-stop">
            <span className="map-slip-number">{index + 1}</span>
            <div>
              {companies.map(({ name, jobTitles }, place) => (
                <div key={name}>
                  <p className="map-slip-name" dir="auto">
                    <strong>{name}</strong>
                    {place === 0 && label !== null && <span className="map-slip-label"> · {label}</span>}
                  </p>
                  {jobTitles.map((jobTitle) => (
                    <p key={jobTitle} dir="auto">
                      {jobTitle}
                    </p>
                  ))}
                </div>
              ))}
              {way !== null && <p className="document-caption">{way}</p>}
              {note !== null && <p className="document-caption route-slip-note">{note}</p>}
            </div>
          </li>
        ))}
      </ol>
      {more !== null && <p className="route-slip-more">{more}</p>}
    </>
  );
}
