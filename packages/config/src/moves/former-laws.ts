import type { Catalog, Sheet } from '@bizflow/region-catalog';
import type { FormerValues } from '../clusters/former-values.ts';
import { complianceLabel } from '../names/compliance-label.ts';

type Known = Readonly<Record<string, FormerValues | undefined>>;

/**
 * What admission still accepts in the places whose laws change: pods have the laws of before in their label until they are
 * replaced (docs/decisions/0054).
 */
export const formerLaws = (
  before: Readonly<Record<string, Pick<Sheet, 'regulations'> | undefined>>,
  after: Catalog,
  known: Known,
): Known =>
  Object.fromEntries(
    Object.values(after).flatMap((region) => {
      const former = before[region.id];
      const was = former === undefined ? '' : complianceLabel(former);
      if (was === '' || was === complianceLabel(region)) return [];
      const id = `production/${region.id}`;
      const own = known[id];
      const laws = new Set([...(own?.labels?.['bizflow.io/compliance'] ?? []), was]);
      return [[id, { ...own, labels: { ...own?.labels, 'bizflow.io/compliance': [...laws] } }]];
    }),
  );
