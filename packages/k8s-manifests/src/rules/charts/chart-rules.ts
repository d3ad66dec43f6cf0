import type { Cluster, ManifestFile } from '@bizflow/config';
import type { ChartsLock } from '@bizflow/config/charts';
import type { Problem } from '@bizflow/kernel';
import { type ClusterObjects, objectsOf } from '../objects.ts';
import { projectsAdmitCharts } from './chart-project-rules.ts';
import { webhooksHaveReasons } from './closed-webhook-rules.ts';
import { definitionsComeFirst } from './definition-rules.ts';
import { drawnFieldsStay, ignoredFieldsExist } from './drawn-field-rules.ts';
import { imagesAreReachable } from './image-rules.ts';
import { inventoryIsCurrent, inventoryIsUsed } from './inventory-rules.ts';
import { podsPassPodSecurity, podsPassPolicies } from './pod-rules.ts';
import {
  containersHaveRequests,
  nodesCarryControllers,
  poolsCarryControllers,
} from './request-rules.ts';
import { webhooksCanStart } from './webhook-rules.ts';

/** What charts bring, and what a cluster makes of it. Nothing is judged by an inventory that is stale. */
export const chartRules = (
  cluster: Cluster,
  files: readonly ManifestFile[],
  charts: ChartsLock,
): readonly Problem[] => {
  const objects = objectsOf(cluster, files, charts);
  const stale = inventoryIsCurrent(objects);
  return stale.length > 0 ? stale : rules.flatMap((rule) => rule(objects));
};

const rules: readonly ((objects: ClusterObjects) => readonly Problem[])[] = [
  inventoryIsUsed,
  definitionsComeFirst,
  podsPassPodSecurity,
  podsPassPolicies,
  imagesAreReachable,
  projectsAdmitCharts,
  webhooksHaveReasons,
  webhooksCanStart,
  containersHaveRequests,
  nodesCarryControllers,
  poolsCarryControllers,
  drawnFieldsStay,
  ignoredFieldsExist,
];
