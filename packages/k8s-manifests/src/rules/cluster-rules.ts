import type { Cluster, ManifestFile } from '@bizflow/config';
import type { Problem } from '@bizflow/kernel';
import { canaryIsJudged } from './analysis-rules.ts';
import { releasesFindRoom } from './capacity-rules.ts';
import { messagesHaveTokens } from './message-rules.ts';
import { namespacesComeFirst } from './namespace-rules.ts';
import { objectsAreMarked } from './object-rules.ts';
import { type ClusterObjects, objectsOf } from './objects.ts';
import { podsFindNodes } from './placement-rules.ts';
import { projectsAllowAll } from './project-rules.ts';
import { namesLeadSomewhere } from './reference-rules.ts';
import { type ReleaseRule, releasesOf } from './release.ts';
import { releaseIsScaled, scalersFindRollouts } from './scaling-rules.ts';
import { servicesReachPods } from './service-rules.ts';
import { imagesAreVerified } from './signature-rules.ts';
import { stepsHoldEachShare } from './step-rules.ts';
import { collectorsWork } from './telemetry-rules.ts';
import { trafficFollowsWeights } from './traffic-rules.ts';
import { controllersUndoNothing } from './undoing-rules.ts';
import { versionsKeepTheirOwn } from './version-rules.ts';
import { wavesAreInOrder } from './wave-rules.ts';

type Rule = (objects: ClusterObjects) => readonly Problem[];

const ofReleases: readonly ReleaseRule[] = [
  stepsHoldEachShare,
  canaryIsJudged,
  trafficFollowsWeights,
  servicesReachPods,
  releaseIsScaled,
  versionsKeepTheirOwn,
];

const releaseRules: Rule = (objects) =>
  releasesOf(objects).flatMap((release) => ofReleases.flatMap((rule) => rule(release, objects)));

const rules: readonly Rule[] = [
  releaseRules,
  scalersFindRollouts,
  releasesFindRoom,
  wavesAreInOrder,
  namespacesComeFirst,
  projectsAllowAll,
  objectsAreMarked,
  collectorsWork,
  controllersUndoNothing,
  namesLeadSomewhere,
  podsFindNodes,
  imagesAreVerified,
  messagesHaveTokens,
];

/**
 * What would go wrong in a cluster although each object is valid: names that
 * do not exist, a canary without analysis or capacity, an order in which a sync would never end.
 * Much of it passes the linters of Argo CD and Argo Rollouts. `files` is everything of the cluster.
 */
export const clusterRules = (
  cluster: Cluster,
  files: readonly ManifestFile[],
): readonly Problem[] => {
  const objects = objectsOf(cluster, files);
  return rules.flatMap((rule) => rule(objects));
};
