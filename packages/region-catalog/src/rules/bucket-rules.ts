import { type Problem, unless } from '@bizflow/kernel';
import { type Catalog, sheetOf } from '../sheet-of.ts';

/** A bucket is copied to the one of the same purpose: its name on the other side is made of it. */
export const bucketRules = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, buckets }) =>
    buckets.flatMap(({ purpose, replicatesTo }, index) => {
      const target = replicatesTo === null ? undefined : sheetOf(catalog, replicatesTo);
      return unless(target === undefined || target.buckets.some((one) => one.purpose === purpose), {
        code: 'BUCKET_COPY',
        at: `${id}.buckets[${index}].purpose`,
        value: purpose,
        reason: `is copied to ${replicatesTo}, which has no bucket of this purpose`,
        remedy: `use one purpose in both regions, such as ${target?.buckets[0]?.purpose}`,
      });
    }),
  );
