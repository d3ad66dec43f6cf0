import { countryName } from '@bizflow/region-catalog';
import { type Answered, thePage } from '../../map/answers.ts';
import { colourOf } from '../../parts/colours.ts';
import { Text } from '../../parts/text.tsx';

interface Props {
  readonly answers: readonly Answered[];
  readonly regions: readonly string[];
  /** The one that is asked about, or nothing for all. */
  readonly country: string;
}

/** Who gets which address: the map in words. */
export const AnswerTable = ({ answers, regions, country }: Props) => {
  const asked = answers.filter((one) => country === '' || one.country === country);
  const groups = [...Map.groupBy(asked, ({ address }) => address)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">Countries</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(([address, all]) => (
          <tr key={address}>
            <th scope="row">
              <span class="swatch" aria-hidden="true" style={swatch(all[0], regions)} />{' '}
              <Text>{all[0]?.region ?? address}</Text>
              {address === thePage ? null : (
                <small>
                  <Text>{address}</Text>
                </small>
              )}
            </th>
            <td>
              <People of={all} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const swatch = (one: Answered | undefined, regions: readonly string[]) =>
  one?.region ? { background: colourOf(regions.indexOf(one.region)) } : {};

/** So many names are shown at once. */
const few = 8;

const People = ({ of }: { readonly of: readonly Answered[] }) => {
  const names = of.map(({ country }) => countryName(country)).sort();
  const wrong = of.flatMap((one) => one.wrong.map((why) => `${countryName(one.country)}: ${why}`));
  return (
    <>
      {names.length <= few ? (
        <Text>{names.join(', ')}</Text>
      ) : (
        <details>
          <summary>{names.length} countries</summary>
          <Text>{names.join(', ')}</Text>
        </details>
      )}
      {wrong.slice(0, few).map((line) => (
        <p key={line} class="bad">
          <Text>{line}</Text>
        </p>
      ))}
    </>
  );
};
