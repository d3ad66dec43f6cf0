import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { Money } from '../../data/money.ts';
import type { PageData } from '../../data/page-data.ts';
import { colourOf } from '../parts/colours.ts';
import { dollars } from '../parts/dollars.ts';
import { Sides, sidesOf } from '../parts/sides.tsx';
import { Text } from '../parts/text.tsx';

/** What is rendered costs a month, place by place, beside its budgets. */
export const MoneyView = ({ data }: { readonly data: PageData }) => {
  const all = sidesOf(data).map(({ fleet }) => fleet.money);
  const rows = [...new Set(all.flatMap(({ spent }) => spent.map(({ row }) => row)))];
  const most = Math.max(
    ...all.flatMap(({ spent, budgets }) => [
      ...totals(spent).values(),
      ...budgets.filter(isPlace).map(({ limitUsd }) => limitUsd),
    ]),
  );
  return (
    <>
      <p class="lead">
        Dollars a month, on demand, by AWS's prices: what costs money while it exists. What is
        billed by use is listed at the end and not counted.
      </p>
      <ul class="legend">
        {rows.map((row, index) => (
          <li key={row}>
            <span class="swatch" aria-hidden="true" style={{ background: colourOf(index) }} />{' '}
            <Text>{row}</Text>
          </li>
        ))}
      </ul>
      <Sides data={data}>
        {({ fleet, label }) => (
          <SideOfMoney
            money={fleet.money}
            rows={rows}
            most={most}
            other={label === 'after' ? data.plan?.before.money : undefined}
          />
        )}
      </Sides>
      <details>
        <summary>{data.now.money.byUse.length} kinds of things that are billed by use</summary>
        <ul class="columns">
          {data.now.money.byUse.map((one) => (
            <li key={one}>
              <Text>{one}</Text>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
};

const totals = (spent: Money['spent']): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(spent, ({ place }) => place)].map(([place, own]) => [
      place,
      own.reduce((sum, { usd }) => sum + usd, 0),
    ]),
  );

const isPlace = ({ place }: { readonly place: string }): boolean => !place.startsWith('account ');

interface Props {
  readonly money: Money;
  readonly rows: readonly string[];
  readonly most: number;
  readonly other: Money | undefined;
}

const SideOfMoney = ({ money, rows, most, other }: Props) => {
  const sums = totals(money.spent);
  const was = totals(other?.spent ?? []);
  const places = [...sums].toSorted(([, one], [, another]) => another - one);
  const all = [...sums.values()].reduce((sum, usd) => sum + usd, 0);
  return (
    <>
      <table class="money">
        <caption>{dollars(all)} a month in all</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">A month</th>
            <th scope="col">Of its budget</th>
          </tr>
        </thead>
        <tbody>
          {places.map(([place, usd]) => {
            const budget = money.budgets.find((one) => one.place === place);
            const change = usd - (was.get(place) ?? 0);
            return (
              <tr key={place} class={other !== undefined && change !== 0 ? 'marked' : ''}>
                <th scope="row">
                  <Text>{place}</Text>
                </th>
                <td>
                  <Bar {...{ place, money, rows, most, limit: budget?.limitUsd }} />
                  {dollars(usd)}
                  {other === undefined || change === 0
                    ? ''
                    : ` (${change > 0 ? '+' : '-'}${dollars(Math.abs(change))})`}
                </td>
                <td>{budget === undefined ? 'its account' : dollars(budget.limitUsd)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <ul>
        {money.budgets
          .filter((one) => !isPlace(one))
          .map(({ place, usd, limitUsd }) => (
            <li key={place}>
              <Text>{place}</Text>: {dollars(usd)} of {dollars(limitUsd)}
            </li>
          ))}
      </ul>
    </>
  );
};

const width = 300;

interface BarProps extends Pick<Props, 'money' | 'rows' | 'most'> {
  readonly place: string;
  readonly limit: number | undefined;
}

const Bar = ({ place, money, rows, most, limit }: BarProps) => {
  const own = Object.fromEntries(
    rows.map((row) => [
      row,
      money.spent.find((one) => one.place === place && one.row === row)?.usd ?? 0,
    ]),
  );
  const x = scaleLinear([0, most], [0, width]);
  const parts = stack<Record<string, number>>().keys(rows)([own]);
  return (
    <svg class="bar" viewBox={`0 0 ${width + 2} 18`} aria-hidden="true">
      {parts.map((part, index) => {
        const [from = 0, to = 0] = part[0] ?? [];
        return (
          <rect
            key={part.key}
            x={x(from)}
            width={Math.max(0, x(to) - x(from))}
            height="18"
            style={{ fill: colourOf(index) }}
          />
        );
      })}
      {limit === undefined ? null : <path class="limit" d={`M${x(limit)},0V18`} />}
    </svg>
  );
};
