import { countryName } from '@bizflow/region-catalog';
import type { Answered } from '../../map/answers.ts';
import { Text } from '../../parts/text.tsx';

interface Props {
  readonly before: readonly Answered[];
  readonly after: readonly Answered[];
}

/** The countries that a change answers elsewhere, with the switches as they are. */
export const Moved = ({ before, after }: Props) => {
  const was = new Map(before.map((one) => [one.country, one.address]));
  const moved = after.flatMap(({ country, address }) => {
    const from = was.get(country) ?? 'no answer';
    return from === address ? [] : [{ country, from, to: address }];
  });
  const ways = [...Map.groupBy(moved, ({ from, to }) => JSON.stringify([from, to]))];
  return (
    <section>
      <h2>Answered elsewhere</h2>
      {ways.length === 0 ? <p>No country gets another address.</p> : null}
      <ul>
        {ways.map(([way, all]) => {
          const [from, to] = JSON.parse(way) as [string, string];
          return (
            <li key={way}>
              {all.length === 1 ? '1 country' : `${all.length} countries`}: <Text>{from}</Text> →{' '}
              <Text>{to}</Text>
              <br />
              <Text>{all.map(({ country }) => countryName(country)).join(', ')}</Text>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
