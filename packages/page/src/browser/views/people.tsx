import { countryName } from '@bizflow/region-catalog';
import { useMemo, useState } from 'preact/hooks';
import type { ComparedData } from '../../data/fleet-data.ts';
import type { PageData } from '../../data/page-data.ts';
import { zoneIn } from '../../data/routing.ts';
import { type Answered, answersWhile, thePage } from '../map/answers.ts';
import { type Painted, WorldMap } from '../map/world-map.tsx';
import { colourOf } from '../parts/colours.ts';
import { Choice } from '../parts/fields.tsx';
import { Sides, sidesOf } from '../parts/sides.tsx';
import { Text } from '../parts/text.tsx';
import { AnswerTable } from './people/answer-table.tsx';
import { Moved } from './people/moved.tsx';

/** The answers of one side, or none where it does not have the name. */
const answersIn = (
  fleet: ComparedData,
  host: string,
  down: readonly string[],
): readonly Answered[] => {
  const zone = fleet.zones.find(({ hosts }) => hosts.includes(host));
  return zone === undefined ? [] : answersWhile(zoneIn(fleet, zone), host, down);
};

/** Which region answers the people of each country, also while regions are off. */
export const People = ({ data }: { readonly data: PageData }) => {
  const sides = sidesOf(data);
  const hosts = [
    ...new Set(sides.flatMap(({ fleet }) => fleet.zones.flatMap((zone) => zone.hosts))),
  ];
  const regions = [...new Set(sides.flatMap(({ fleet }) => Object.keys(fleet.catalog)))];
  const [host, setHost] = useState(hosts[0] ?? '');
  const [down, setDown] = useState<readonly string[]>([]);
  const [country, setCountry] = useState('');
  const answers = useMemo(
    () => sides.map(({ fleet }) => answersIn(fleet, host, down)),
    [host, down, data],
  );
  const toggle = (id: string) =>
    setDown(down.includes(id) ? down.filter((one) => one !== id) : [...down, id]);
  return (
    <>
      <p class="lead">
        The routing proof runs in this page: for every country it asks Route 53's choice of records
        for the address, and the catalog which region may hold that country's data.
      </p>
      <div class="controls">
        <Choice label="Name" value={host} onChange={setHost} options={hosts.map(named)} />
        <Choice
          label="Country"
          value={country}
          onChange={setCountry}
          options={[['', 'all countries'], ...(answers.at(-1) ?? []).map(byName).sort(byText)]}
        />
        <fieldset class="switches">
          <legend>Regions that answer</legend>
          {regions.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                role="switch"
                aria-checked={!down.includes(id)}
                checked={!down.includes(id)}
                onChange={() => toggle(id)}
              />
              <Swatch index={regions.indexOf(id)} /> <Text>{id}</Text>
            </label>
          ))}
        </fieldset>
      </div>
      <Sides data={data}>
        {({ fleet, label }) => {
          const own = answers[label === 'before' ? 0 : answers.length - 1] ?? [];
          const other = label === 'after' ? answers[0] : undefined;
          return (
            <SideOfWorld {...{ fleet, regions, down, country, setCountry, other }} answers={own} />
          );
        }}
      </Sides>
      {data.plan === null ? null : <Moved before={answers[0] ?? []} after={answers[1] ?? []} />}
    </>
  );
};

const named = (host: string) => [host, host] as const;
const byName = ({ country }: Answered) => [country, countryName(country)] as const;
const byText = (one: readonly string[], other: readonly string[]) =>
  (one[1] ?? '') < (other[1] ?? '') ? -1 : 1;

const Swatch = ({ index }: { readonly index: number }) => (
  <span class="swatch" aria-hidden="true" style={{ background: colourOf(index) }} />
);

interface SideProps {
  readonly fleet: ComparedData;
  readonly regions: readonly string[];
  readonly down: readonly string[];
  readonly country: string;
  readonly setCountry: (country: string) => void;
  readonly answers: readonly Answered[];
  readonly other: readonly Answered[] | undefined;
}

const SideOfWorld = ({ fleet, regions, down, country, setCountry, answers, other }: SideProps) => {
  const byCountry = new Map(answers.map((one) => [one.country as string, one]));
  const was = new Map(other?.map((one) => [one.country as string, one.address]));
  const paint = (code: string): Painted | undefined => {
    const answer = byCountry.get(code);
    if (answer === undefined) return undefined;
    const isMoved = other !== undefined && was.get(code) !== answer.address;
    return {
      fill: answer.region === null ? 'page' : colourOf(regions.indexOf(answer.region)),
      title: `${countryName(answer.country)}: ${answer.region ?? answer.address}`,
      isMarked: code === country || isMoved,
    };
  };
  const wrong = answers.filter((one) => one.wrong.length > 0);
  const paged = answers.filter(({ address }) => address === thePage).length;
  return (
    <>
      <WorldMap
        label={`A map of the world: ${answers.length} countries by the region that answers them; the table below has the same`}
        paint={paint}
        onChoose={setCountry}
        markers={Object.values(fleet.catalog).map(({ id, name, country: home }) => ({
          label: name,
          country: home,
          isOff: down.includes(id),
        }))}
      />
      <p role="status" class={wrong.length > 0 ? 'bad' : 'good'}>
        {wrong.length > 0
          ? `${wrong.length} countries get an answer that the proof refuses.`
          : `Every answer is allowed: ${answers.length - paged} countries get a region that may hold their data, ${paged} get the page.`}
      </p>
      <AnswerTable {...{ answers, regions, country }} />
    </>
  );
};
