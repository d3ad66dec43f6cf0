export { ownClusters, ownFacts } from './clusters.ts';
export { ownManifests, ownPlans, ownTree, repository } from './repository.ts';
