import type { Fleet } from '@bizflow/config';
import { isObject, type Problem, problem } from '@bizflow/kernel';
import { environmentsFolder } from '@bizflow/terraform-roots';
import type { Folder } from '../reconcile.ts';
import type { RenderedFile } from '../trees/rendered-tree.ts';

const order = `${environmentsFolder}/order.json`;

/** The calls of a root that hold data of tenants. */
const stores = ['rds', 's3', 'elasticache', 'backup'];

/**
 * No render takes the root of a region away with which its data would have to be destroyed, before a person has seen
 * its state empty. What roots there were, the list of the last render says.
 */
export const lostRootRules = (
  { destroyed }: Pick<Fleet, 'destroyed'>,
  files: readonly RenderedFile[],
  tree: Pick<Folder, 'read' | 'isFile'>,
): readonly Problem[] => {
  const planned = files.find(({ path }) => path === order);
  // A render of a part says nothing of the other roots.
  if (planned === undefined) return [];
  const kept = rootsIn(planned.text).map(({ root }) => root);
  return rootsIn(tree.read(order, 'utf8') ?? '')
    .filter(({ root }) => !kept.includes(root))
    .filter(({ root }) => stores.some((store) => tree.isFile(`${root}/${store}.tf.json`)))
    .filter(({ region }) => !destroyed.some((one) => one.region === region))
    .map(({ root, region }) =>
      problem({
        code: 'ROOT_HOLDS_DATA',
        at: root,
        value: region,
        reason:
          'would be deleted, and its database, buckets and backups could no longer be destroyed in order',
        remedy: `end the region by a move: npx nx generate @bizflow/generator:retire-region ${region}`,
      }),
    );
};

interface Listed {
  readonly root: string;
  readonly region: string;
}

const rootsIn = (text: string): readonly Listed[] => {
  try {
    const { stages }: { readonly stages?: unknown } = JSON.parse(text);
    return isObject(stages)
      ? Object.values(stages).flatMap((all) => (Array.isArray(all) ? all : []))
      : [];
  } catch {
    return [];
  }
};
