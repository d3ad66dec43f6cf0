import type { Cluster, ManifestFile } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import { analysisProblems } from './analysis-problems.ts';
import { capacityProblems } from './capacity-problems.ts';
import { objectProblems } from './object-problems.ts';
import { type ClusterObjects, objectsOf } from './objects.ts';
import { projectProblems } from './project-problems.ts';
import { type ReleaseRule, releasesOf } from './release.ts';
import { orphanedScalers, scalingProblems } from './scaling-problems.ts';
import { serviceProblems } from './service-problems.ts';
import { stepProblems } from './step-problems.ts';
import { telemetryProblems } from './telemetry-problems.ts';
import { trafficProblems } from './traffic-problems.ts';
import { waveProblems } from './wave-problems.ts';

type Rule = (objects: ClusterObjects) => readonly Problem[];

const ofReleases: readonly ReleaseRule[] = [
  stepProblems,
  analysisProblems,
  trafficProblems,
  serviceProblems,
  scalingProblems,
];

const releaseProblems: Rule = (objects) =>
  releasesOf(objects).flatMap((release) => ofReleases.flatMap((rule) => rule(release, objects)));

const rules: readonly Rule[] = [
  releaseProblems,
  orphanedScalers,
  capacityProblems,
  waveProblems,
  projectProblems,
  objectProblems,
  telemetryProblems,
];

/**
 * What would go wrong in a cluster although each of its objects is valid by itself: names that lead
 * nowhere, a canary that nobody judges or that finds no room, an order in which a sync would hang.
 * Much of it passes the linters of Argo CD and Argo Rollouts. `files` is everything of the cluster.
 */
export const clusterProblems = (
  cluster: Cluster,
  files: readonly ManifestFile[],
): readonly Problem[] => {
  const objects = objectsOf(cluster, files);
  return rules.flatMap((rule) => rule(objects));
};
