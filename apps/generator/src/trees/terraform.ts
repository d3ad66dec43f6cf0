import type { Fleet } from '@bizflow/config';
import {
  environmentsFolder,
  observabilityRules,
  type Root,
  rootOrder,
  roots,
} from '@bizflow/terraform-roots';
import { cloudFrontAcl } from '../cloudfront-acl.ts';
import { originAcl } from '../origin-acl.ts';
import { inScope, isWhole, type Scope } from '../scope.ts';
import { type Plan, type RenderedTree, together, written } from './rendered-tree.ts';

/** What Terraform applies; a scope of one service has no part in it. */
export const terraformTree: RenderedTree = {
  folders: (fleet, scope) =>
    isWhole(scope)
      ? [environmentsFolder]
      : outermost(rootsIn(fleet, scope).map(({ folder }) => folder)),
  plan: (fleet, scope) => {
    const here = rootsIn(fleet, scope);
    const order = isWhole(scope) ? [written([rootOrder(here, fleet)])] : [];
    return together([...here.map(rootPlan), ...order]);
  },
  parts: (fleet) => {
    const all = rootsIn(fleet, {});
    const order = { name: environmentsFolder, files: () => [rootOrder(all, fleet)] };
    return [...all.map(({ folder, files }) => ({ name: folder, files })), order];
  },
};

const rootPlan = ({ files: make, cluster }: Root): Plan => {
  const files = make();
  return written(files, cluster === null ? [] : observabilityRules(cluster, files));
};

const rootsIn = (fleet: Fleet, scope: Scope): readonly Root[] => {
  if (scope.service !== undefined) return [];
  // The renderers never know each other, so that they meet here.
  const all = roots(fleet, {
    cloudFront: (environment) => cloudFrontAcl(environment, fleet),
    origin: (cluster) => originAcl(cluster, fleet),
  });
  const placed = all.filter(({ cluster }) => cluster !== null && inScope(scope, cluster));
  return all.filter((root) => placed.includes(root) || isMet(root, scope, placed));
};

// A root without a region belongs to its environment, or to the place whose folder contains it.
const isMet = (
  { cluster, environment, folder }: Root,
  scope: Scope,
  placed: readonly Root[],
): boolean =>
  cluster === null &&
  (scope.region === undefined
    ? (scope.environment ?? environment.name) === environment.name
    : placed.some((place) => folder.startsWith(`${place.folder}/`)));

const outermost = (folders: readonly string[]): readonly string[] =>
  folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
