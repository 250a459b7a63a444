import type { Position } from '../../floor-plan.ts';

/** WGS 84 (NIMA TR8350.2, 3rd edition, table 3.1): half the equator's diameter in metres, and the flattening. */
const semiMajorAxis = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricitySquared = flattening * (2 - flattening);
const radiansPerDegree = Math.PI / 180;

/**
 * Longitude and latitude → metres east and north of a centre, on the plane that touches the ellipsoid there. Along the meridian a degree is as
 * long as its radius of curvature M says, across it as the prime vertical's N says: M = a(1 − e²)/(1 − e² sin² φ)^1.5,
 * N = a/√(1 − e² sin² φ) (NGA.STND.0036, section 7; J. P. Snyder, "Map Projections: A Working Manual", USGS 1395, 1987, equations 4-18 and
 * 4-20). Within 500 m of the centre positions are off by less than 3 cm up to 60° of latitude, a plan's own accuracy.
 */
export function createProjection([longitude, latitude]: Position): (degrees: Position) => Position {
  const sine = Math.sin(latitude * radiansPerDegree);
  const root = Math.sqrt(1 - eccentricitySquared * sine * sine);
  const meridian = (semiMajorAxis * (1 - eccentricitySquared)) / root ** 3;
  const primeVertical = semiMajorAxis / root;
  const metresEast = primeVertical * Math.cos(latitude * radiansPerDegree) * radiansPerDegree;
  const metresNorth = meridian * radiansPerDegree;
  return ([east, north]) => {
    // A plan across the 180th meridian has both 179.9 and -179.9.
    const across = ((((east - longitude + 180) % 360) + 360) % 360) - 180;
    return [across * metresEast, (north - latitude) * metresNorth];
  };
}

/** @param degrees clockwise, about the origin */
export function createTurn(degrees: number): (position: Position) => Position {
  const [sine, cosine] = [Math.sin(degrees * radiansPerDegree), Math.cos(degrees * radiansPerDegree)];
  return ([x, y]) => [x * cosine + y * sine, y * cosine - x * sine];
}
