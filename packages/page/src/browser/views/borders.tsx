import { countryName } from '@bizflow/region-catalog';
import type { Border } from '../../data/borders.ts';
import type { ComparedData } from '../../data/fleet-data.ts';
import type { PageData } from '../../data/page-data.ts';
import { WorldMap } from '../map/world-map.tsx';
import { Sides } from '../parts/sides.tsx';
import { Code, Text } from '../parts/text.tsx';

/** Whose data leaves the area of their law, by which flow, and on what legal basis. */
export const Borders = ({ data }: { readonly data: PageData }) => (
  <>
    <p class="lead">
      Each arrow is data of people that leaves the area of their law. Each needs a written legal
      basis; a loop is data that rests in another country than that of its people.
    </p>
    <Sides data={data}>
      {({ fleet, label }) => (
        <SideOfBorders
          fleet={fleet}
          root={data.root}
          known={label === 'after' ? new Set(data.plan?.before.borders.map(key)) : null}
        />
      )}
    </Sides>
  </>
);

const key = ({ flow, from, to, subjects, bases }: Border): string =>
  JSON.stringify([flow, from, to, subjects, bases]);

interface Props {
  readonly fleet: ComparedData;
  readonly root: string | null;
  /** The crossings of the other side; null where there is none. */
  readonly known: ReadonlySet<string> | null;
}

const SideOfBorders = ({ fleet, root, known }: Props) => {
  const home = new Map(Object.values(fleet.catalog).map((one) => [one.id as string, one.country]));
  const homes: readonly string[] = [...home.values()];
  return (
    <>
      <WorldMap
        label={`A map of ${fleet.borders.length} flows of data across borders; the table below has the same`}
        paint={(code) =>
          homes.includes(code) ? { fill: 'var(--quiet)', title: code, isMarked: false } : undefined
        }
        markers={Object.values(fleet.catalog).map(({ name, country }) => ({
          ...{ label: name, country, isOff: false },
        }))}
        ways={fleet.borders.map(({ flow, from, to }) => ({
          from: home.get(from) ?? '',
          to: home.get(to) ?? '',
          title: `${flow} ${from} → ${to}`,
        }))}
      />
      <table>
        <caption>Crossings and their legal basis</caption>
        <thead>
          <tr>
            <th scope="col">Flow</th>
            <th scope="col">Whose data</th>
            <th scope="col">Legal basis</th>
          </tr>
        </thead>
        <tbody>
          {fleet.borders.map((one) => (
            <tr key={key(one)} class={known !== null && !known.has(key(one)) ? 'marked' : ''}>
              <th scope="row">
                {one.flow}
                <small>
                  <Text>{one.from === one.to ? `in ${one.to}` : `${one.from} → ${one.to}`}</Text>
                </small>
              </th>
              <td>
                <People of={one.subjects} />
              </td>
              <td>
                {one.bases.length === 0 ? <strong class="bad">none is written</strong> : null}
                {one.bases.map((basis) => (
                  <Text key={basis}>{basis}</Text>
                ))}
                {one.decisions.map((page) => (
                  <small key={page}>
                    {root === null ? <Text>{page}</Text> : <a href={`${root}${page}`}>{page}</a>}
                  </small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{fleet.carried.length} ways between regions that Terraform makes</summary>
        <ul>
          {fleet.carried.map(({ kind, from, to, resources }) => (
            <li key={`${kind} ${from} ${to}`}>
              {kind} <Code>{from}</Code> → <Code>{to}</Code>: {resources}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};

const People = ({ of }: { readonly of: readonly string[] }) => {
  const names = of.map((code) => countryName(code as Parameters<typeof countryName>[0])).sort();
  if (names.length <= 4) return <Text>{names.join(', ')}</Text>;
  return (
    <details>
      <summary>{names.length} countries</summary>
      <Text>{names.join(', ')}</Text>
    </details>
  );
};
