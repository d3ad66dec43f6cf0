import type { Fleet } from '@bizflow/config';
import { complianceLabel } from '@bizflow/config/names';
import type { Tree } from '@nx/devkit';
import { editFile } from '../scaffold/edit-file.ts';
import { withEntry } from '../scaffold/source-edit.ts';
import { literal } from '../scaffold/typescript.ts';

const label = 'bizflow.io/compliance';

/**
 * What admission still accepts in the places whose laws change by the last step of a move: pods have the laws of before
 * in their label until they are replaced (docs/decisions/0054).
 */
export const formerLaws = (facts: Fleet, after: Pick<Fleet, 'catalog'>): Fleet['formerValues'] =>
  Object.fromEntries(
    Object.values(after.catalog).flatMap((region) => {
      const before = facts.catalog[region.id];
      const was = before === undefined ? '' : complianceLabel(before);
      if (was === '' || was === complianceLabel(region)) return [];
      const id = `production/${region.id}`;
      const own = facts.formerValues[id];
      const laws = [...new Set([...(own?.labels?.[label] ?? []), was])];
      return [[id, { ...own, labels: { ...own?.labels, [label]: laws } }]];
    }),
  );

/** Writes them, until a person takes them out: no version within the rollback window has them any more. */
export const writeFormerLaws = (tree: Tree, former: Fleet['formerValues']): void => {
  if (Object.keys(former).length === 0) return;
  editFile(tree, 'packages/config/src/clusters/former-values.ts', (text) =>
    Object.entries(former).reduce(
      (own, [id, value]) => withEntry(own, 'formerValues', id, literal(value, '  ')),
      text,
    ),
  );
};
