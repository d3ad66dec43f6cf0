export {
  delivery,
  homeRegistry,
  type PerformancePolicy,
  provingCluster,
  registryRegions,
} from './delivery.ts';
