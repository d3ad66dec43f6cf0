import { useId } from 'preact/hooks';
import world from './world.json' with { type: 'json' };

interface Country {
  readonly at: readonly number[];
  readonly d: string;
}

const countries = Object.entries(world.countries as Readonly<Record<string, Country>>);

/** A place on the map: the middle of a country. */
const placeOf = (country: string): readonly [x: number, y: number] | undefined => {
  const [x, y] = (world.countries as Readonly<Record<string, Country>>)[country]?.at ?? [];
  return x === undefined || y === undefined ? undefined : [x, y];
};

/** How a country is drawn. */
export interface Painted {
  readonly fill: string;
  readonly title: string;
  /** Drawn with a line around it. */
  readonly isMarked: boolean;
}

/** A region on the map. */
export interface Marker {
  readonly label: string;
  readonly country: string;
  readonly isOff: boolean;
}

/** A way on the map, from one country to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

interface Props {
  /** What the map shows, in one sentence: all of it is in a table too. */
  readonly label: string;
  readonly paint: (country: string) => Painted | undefined;
  readonly markers: readonly Marker[];
  readonly ways?: readonly Way[];
  readonly onChoose?: (country: string) => void;
}

/** Each country in a colour, with regions and the ways between them. */
export const WorldMap = ({ label, paint, markers, ways = [], onChoose }: Props) => {
  const id = useId().replaceAll(':', '');
  return (
    <svg class="world" viewBox={`0 0 ${world.width} ${world.height}`} role="img" aria-label={label}>
      <defs>
        <pattern id={`page-${id}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="hatch" d="M0,6L6,0M-1,1L1,-1M5,7L7,5" />
        </pattern>
        <marker id={`tip-${id}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" orient="auto">
          <path class="tip" d="M0,0L8,4L0,8z" />
        </marker>
      </defs>
      {world.others.map((d) => (
        <path key={d} class="land" d={d} />
      ))}
      {countries.map(([code, country]) => (
        <Outline key={code} {...{ code, country, onChoose }} painted={paint(code)} hatch={id} />
      ))}
      {ways.map(({ from, to, title }) => (
        <Arc key={title} from={from} to={to} title={title} tip={`tip-${id}`} />
      ))}
      {markers.map((marker) => (
        <Pin key={marker.label} {...marker} />
      ))}
    </svg>
  );
};

interface OutlineProps {
  readonly code: string;
  readonly country: Country;
  readonly painted: Painted | undefined;
  readonly hatch: string;
  readonly onChoose: ((country: string) => void) | undefined;
}

const Outline = ({ code, country: { at, d }, painted, hatch, onChoose }: OutlineProps) => {
  const fill = painted?.fill === 'page' ? `url(#page-${hatch})` : painted?.fill;
  const shared = {
    class: painted?.isMarked ? 'land marked' : 'land',
    ...(fill === undefined ? {} : { style: { fill } }),
    onClick: () => onChoose?.(code),
  };
  const title = painted === undefined ? null : <title>{painted.title}</title>;
  const [cx = 0, cy = 0] = at;
  return d === '' ? (
    <circle {...shared} cx={cx} cy={cy} r={1.8}>
      {title}
    </circle>
  ) : (
    <path {...shared} d={d}>
      {title}
    </path>
  );
};

const Arc = ({ from, to, title, tip }: Way & { readonly tip: string }) => {
  const [start, end] = [placeOf(from), placeOf(to)];
  if (start === undefined || end === undefined) return null;
  const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const rise = Math.hypot(end[0] - start[0], end[1] - start[1]) / 3;
  const d =
    from === to
      ? `M${x},${y}c-30,30 30,30 0,0`
      : `M${start.join()}Q${x + (end[1] - start[1]) / 6},${y - rise} ${end.join()}`;
  return (
    <path class="way" d={d} marker-end={from === to ? undefined : `url(#${tip})`}>
      <title>{title}</title>
    </path>
  );
};

const Pin = ({ label, country, isOff }: Marker) => {
  const at = placeOf(country);
  if (at === undefined) return null;
  return (
    <g class={isOff ? 'pin off' : 'pin'} transform={`translate(${at.join()})`}>
      <circle r="5" />
      {isOff ? <path d="M-3,-3L3,3M3,-3L-3,3" /> : null}
      <text y="-9">{label}</text>
    </g>
  );
};
