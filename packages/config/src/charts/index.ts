export type {
  ChartFacts,
  ChartsLock,
  ContainerFacts,
  DefinitionFacts,
  ObjectFacts,
  PodFacts,
  PodSecurityLevel,
  RenderedFacts,
  ServiceFacts,
  WebhookFacts,
} from './charts-lock.ts';
export { renderedWith, valuesFingerprint } from './values-fingerprint.ts';
