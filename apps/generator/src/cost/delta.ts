import { priceList } from '@bizflow/config/cost';
import type { Estimate } from './estimate.ts';

/** An amount, and what it is for. */
type Amount = readonly [what: string, usd: number];

/** What a change costs: each row of the document's table that moved, each rendered thing, and the sums. */
export const deltaLines = (before: Estimate, after: Estimate): readonly string[] => [
  "the document's table, scaled:",
  ...delta(documentAmounts(before), documentAmounts(after)),
  'what is rendered:',
  ...(before.rendered.length === 0
    ? ['  the base has no rendered files to compare with']
    : delta(renderedAmounts(before), renderedAmounts(after))),
];

const documentAmounts = ({ document }: Estimate): readonly Amount[] =>
  document.map(({ environment, region, row, usd }) => [`${environment}/${region}  ${row}`, usd]);

const renderedAmounts = ({ rendered }: Estimate): readonly Amount[] =>
  rendered.map(({ environment, region, item, usd }) => [
    `${environment}/${region}  ${priceList[item]?.unit ?? item}`,
    usd,
  ]);

const delta = (before: readonly Amount[], after: readonly Amount[]): readonly string[] => {
  const names = [...new Set([...before, ...after].map(([what]) => what))];
  const moved = names.flatMap((name) => {
    const was = total(before.filter(([what]) => what === name));
    const is = total(after.filter(([what]) => what === name));
    return was === is ? [] : [`  ${name}  ${was} -> ${is}  (${signed(is - was)})`];
  });
  const [was, is] = [total(before), total(after)];
  const change = is - was;
  return [
    ...(moved.length === 0 ? ['  nothing moved'] : moved),
    `  total  ${was} -> ${is}  (${signed(change)} a month, ${signed(12 * change)} a year)`,
  ];
};

const total = (amounts: readonly Amount[]): number =>
  Math.round(amounts.reduce((sum, [, usd]) => sum + usd, 0));

const signed = (amount: number): string => (amount < 0 ? `${amount}` : `+${amount}`);
