import { type Cluster, clusters, type Fleet } from '@bizflow/config';
import { givenByHand, regionRoot } from '@bizflow/config/order';
import { type Plan, planOf, type Texts, type Tree, treeOf } from '@bizflow/terraform-plan';

/** A cluster with the plan of the Terraform root that makes its infrastructure. */
export interface PlannedCluster {
  readonly cluster: Cluster;
  readonly plan: Plan;
}

/** The facts, and everything that was rendered from them. */
export interface RenderedFleet {
  readonly fleet: Fleet;
  /** Every module and every root below `terraform/`. */
  readonly tree: Tree;
  /** A plan of each root. */
  readonly plans: readonly Plan[];
  /** The files of `gitops/` by their path. */
  readonly manifests: Readonly<Record<string, string>>;
  readonly planned: readonly PlannedCluster[];
}

// As a person does (docs/foundation.md): without PagerDuty's endpoint nothing pages.
const given = Object.fromEntries(
  Object.entries(givenByHand).map(([name, value]) => [name.replace('TF_VAR_', ''), value]),
);

/** Plans what was rendered. A cluster whose root is missing has no plan, and is left out. */
export const renderedFleet = (
  fleet: Fleet,
  tree: Tree,
  manifests: RenderedFleet['manifests'],
  known: ReadonlyMap<string, Plan> = new Map(),
): RenderedFleet => {
  const plans = Object.keys(tree)
    .filter(isRoot)
    .map((root) => known.get(root) ?? planOf(tree, root, given));
  const planned = clusters(fleet).flatMap((cluster) => {
    const plan = plans.find(({ root }) => root === `environments/${regionRoot(cluster)}`);
    return plan === undefined ? [] : { cluster, plan };
  });
  return { fleet, tree, plans, manifests, planned };
};

const isRoot = (path: string): boolean => path.startsWith('environments/');

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/**
 * Reads a second rendered fleet beside a first one. Roots with the same files are the same plans, as long as every
 * module is the same, so that a comparison can pass over them.
 */
export const readBeside = async (
  first: RenderedFleet,
  texts: { readonly first: Texts; readonly second: Texts },
  fleet: Fleet,
  manifests: RenderedFleet['manifests'],
): Promise<RenderedFleet> => {
  const paths = Object.keys({ ...texts.first, ...texts.second });
  const differing = paths.filter((path) => texts.first[path] !== texts.second[path]);
  if (!differing.every(isRoot)) return readRenderedFleet(fleet, texts.second, manifests);
  const folders = new Set(differing.map(folderOf));
  const changed = Object.entries(texts.second).filter(([path]) => folders.has(folderOf(path)));
  const kept = Object.entries(first.tree).filter(([folder]) => !folders.has(folder));
  const tree = { ...Object.fromEntries(kept), ...(await treeOf(Object.fromEntries(changed))) };
  const known = first.plans.filter(({ root }) => !folders.has(root));
  return renderedFleet(fleet, tree, manifests, new Map(known.map((plan) => [plan.root, plan])));
};

/** Reads the files of `terraform/` by their path there, and plans them. */
export const readRenderedFleet = async (
  fleet: Fleet,
  terraform: Texts,
  manifests: RenderedFleet['manifests'],
): Promise<RenderedFleet> => renderedFleet(fleet, await treeOf(terraform), manifests);
