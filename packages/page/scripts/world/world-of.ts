import { type GeoPermissibleObjects, geoArea, geoEqualEarth, geoPath } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { feature } from 'topojson-client';

/** What `countries-110m.json` and `countries-50m.json` of world-atlas are. */
export type Atlas = Parameters<typeof feature>[0] & {
  readonly objects: { readonly countries: unknown };
};

interface Country {
  /** ISO 3166-1 numeric; a place that the standard does not know has none. */
  readonly id?: string;
  readonly geometry: GeoPermissibleObjects;
}

const width = 960;
const height = 440;

/** Antarctica, which has no people to answer, would take a fifth of the map. */
const leftOut = 'AQ';

/**
 * The map as a JSON text, a country a line: its outline as an SVG path of a coarse map, and the middle of its largest
 * part by a fine map, which has small countries too. Coordinates are pixels of a map of 960 by 440, to a tenth.
 */
export function worldOf(coarse: Atlas, fine: Atlas): string {
  const outlines = countriesIn(coarse);
  const extent = outlines.filter(({ id }) => codeOf(id) !== leftOut);
  const projection = geoEqualEarth().fitSize([width, height], collection(extent));
  const path = geoPath(projection).digits(1);
  const middle = ({ geometry }: Country) => {
    const [x = 0, y = 0] = projection(centreOf(geometry)) ?? [];
    return [x, y].map((one) => Number(one.toFixed(1)));
  };
  const drawn = new Map(extent.map((one) => [codeOf(one.id), path(one.geometry) ?? '']));
  const lines = countriesIn(fine)
    .flatMap((one) => {
      const code = codeOf(one.id);
      if (code === undefined || code === leftOut) return [];
      return [[code, { at: middle(one), d: drawn.get(code) ?? '' }] as const];
    })
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, country]) => `"${code}":${JSON.stringify(country)}`);
  const others = extent
    .filter(({ id }) => codeOf(id) === undefined)
    .map(({ geometry }) => JSON.stringify(path(geometry)));
  return `{"width":${width},"height":${height},"others":[\n${others.join(',\n')}\n],"countries":{\n${lines.join(',\n')}\n}}\n`;
}

const countriesIn = (atlas: Atlas): readonly Country[] =>
  (feature(atlas, atlas.objects.countries as never) as unknown as { features: Country[] }).features;

const collection = (all: readonly Country[]) =>
  ({ type: 'FeatureCollection', features: all }) as unknown as GeoPermissibleObjects & {
    type: 'FeatureCollection';
  };

const codeOf = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : countries.numericToAlpha2(id);

/** The middle of the largest part: of France it is in Europe. */
const centreOf = (geometry: GeoPermissibleObjects): [number, number] => {
  const plain = geoPath();
  const { type, coordinates } = geometry as { type: string; coordinates: never[] };
  if (type !== 'MultiPolygon') return plain.centroid(geometry) as [number, number];
  const parts = coordinates.map((one) => ({ type: 'Polygon', coordinates: one }) as never);
  const [largest] = parts.toSorted((one, other) => geoArea(other) - geoArea(one));
  return plain.centroid(largest as never) as [number, number];
};
