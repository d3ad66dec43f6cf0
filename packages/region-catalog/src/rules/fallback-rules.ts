import { type Problem, unless } from '@bizflow/kernel';
import { type Catalog, sheetOf } from '../sheet-of.ts';

/** A region stands by only for people whose data it has: it follows the same writer. */
export const fallbackRules = (catalog: Catalog): readonly Problem[] =>
  Object.values(catalog).flatMap(({ id, database, fallback }) => {
    if (fallback.kind !== 'region' || fallback.region === id) return [];
    const writer = sheetOf(catalog, fallback.region)?.database.writer;
    return unless(writer === undefined || writer === database.writer, {
      code: 'FALLBACK_ROWS',
      at: `${id}.fallback.region`,
      value: fallback.region,
      reason: `writes to ${writer}, where people of ${id} would find none of their data`,
      remedy: `name a region that writes to ${database.writer} too, or use the static page`,
    });
  });
