import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Sizes } from './prices.ts';

/** The most of each size that a region can have: of gigabytes an RDS volume; of vCPUs more than any type counted here. */
const largest: Readonly<Record<keyof Sizes, number>> = {
  ...{ computeVcpu: 1000, databaseVcpu: 1000, cacheVcpu: 1000 },
  ...{ databaseGb: 65_536, bucketCopies: 100 },
};

// Pods share vCPUs; all else is counted.
const isSize = (size: keyof Sizes, value: number): boolean =>
  value > 0 && value <= largest[size] && (size === 'computeVcpu' || Number.isInteger(value));

/** A region that is priced has the sizes at which it was, each a number that can be. */
export const sizeRules = (region: string, priced: Sizes | undefined): readonly Problem[] => {
  const at = `cost.pricedSizes['${region}']`;
  if (priced === undefined) {
    const reason = 'has a row in the cost table, but no sizes';
    const remedy = 'write the sizes of the region when it was priced';
    return [problem({ code: 'COST_SIZES', at, value: 'missing', reason, remedy })];
  }
  return (Object.keys(largest) as (keyof Sizes)[]).flatMap((size) =>
    unless(isSize(size, priced[size]), {
      code: 'COST_SIZES',
      at: `${at}.${size}`,
      value: priced[size],
      reason: `must be ${size === 'computeVcpu' ? 'a' : 'a whole'} number > 0 and <= ${largest[size]}: the estimate scales the price by the ratio of the present size to this one`,
      remedy: 'write the size of the region when it was priced',
    }),
  );
};
