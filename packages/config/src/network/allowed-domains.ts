import type { ChartsLock } from '../charts/charts-lock.ts';
import { controllers } from '../platform/controllers.ts';
import { signOn } from '../sign-on/sign-on.ts';
import { collectors } from '../tracing/collectors.ts';
import { registryOf, releaseHosts } from './registries.ts';

/** Names for which no image or chart is the reason, by their reason. */
const ownDomains = {
  "AWS's own services, its own registries among them": ['.amazonaws.com'],
  "the document's messaging providers": ['.facebook.com', '.gupshup.io', '.twilio.com'],
  'receivers of notifications': ['.pagerduty.com', '.slack.com'],
  // Argo CD asks it for tokens; the browser of a person alone would not need the name here.
  'the issuer of sign-on': [signOn.tokenDomain],
  'the repository, and the tokens that it is read with': ['github.com', 'api.github.com'],
} as const;

/** Images that a controller makes pods of by itself, so that no chart renders them. */
const operatorImages = [
  // The operator's registry for everything that it installs (calico, manifests/tigera-operator.yaml).
  'quay.io/calico/node',
  collectors.image,
];

const hostOf = (repository: string): string =>
  repository.replace(/^[a-z]+:\/\//, '').split('/')[0] ?? '';

/**
 * Names that a network firewall lets through, by the name in the TLS handshake, each once and in order; a leading
 * dot means all names below it. What a cluster pulls is derived: from the images of all charts, from those of
 * operators, and from the repositories of charts, with the redirects of each.
 */
export const allowedDomains = (charts: ChartsLock): readonly string[] =>
  [
    ...new Set([
      ...Object.values(ownDomains).flat(),
      ...releaseHosts,
      ...[...imagesOf(charts), ...operatorImages, ...ociCharts].flatMap(pullHosts),
      ...controllers.map(({ chart }) => hostOf(chart.repository)),
    ]),
  ].toSorted();

/** A chart in a registry is pulled as an image is. */
const ociCharts = controllers
  .map(({ chart }) => chart.repository)
  .filter((repository) => !repository.includes('://'));

// Of an unknown registry nothing is let through; a rule names it.
const pullHosts = (image: string): readonly string[] => {
  const registry = registryOf(image);
  return registry === undefined ? [] : [registry.host, ...registry.leadsTo];
};

const imagesOf = (charts: ChartsLock): readonly string[] =>
  Object.values(charts)
    .flatMap((chart) => chart?.rendered ?? [])
    .flatMap(({ objects }) => objects.filter(({ hook }) => hook?.hook !== 'test'))
    .flatMap(({ pod }) => pod?.containers ?? [])
    .map(({ image }) => image);
