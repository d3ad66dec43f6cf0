import { rule } from '../effect.ts';
import { byField, comes, ofObject, stays } from '../effects-of.ts';
import { withoutHash } from '../place.ts';

/** What pods read without being replaced when it changes. */
const read: readonly string[] = [
  'ConfigMap',
  'ExternalSecret',
  'SecretStore',
  'ClusterSecretStore',
];

/** Configuration that changes in place: no release carries it, and no abort brings the old one back. */
export const configuration = rule('release/configuration', (change) => [
  ...change.objects
    .filter((one) => read.includes(one.kind) && stays(one))
    .filter(({ fields }) => fields.some(({ field }) => /^\/(?:data|binaryData|spec)\//.test(field)))
    .map((one) => ofObject(one, 'changes in place, outside any release')),
  ...byField(
    /^OpenTelemetryCollector$/,
    /^\/spec\/(?:observability|upgradeStrategy|managementState|ingress)(?:\/|$)/,
    'is kept otherwise by its operator',
  )(change),
]);

/** The order in which Argo CD applies. */
export const wave = rule(
  'release/wave',
  byField(/./, /\/argocd\.argoproj\.io~1sync-wave$/, 'moves to another sync wave'),
);

/** The judge of a release; the old one stays (decision 0054). */
export const judge = rule('release/judge', (change) => [
  ...change.objects
    .filter((one) => one.kind === 'AnalysisTemplate' && comes(one))
    .map((one) => ({
      ...ofObject(one, 'judges releases from the next one on'),
      to: withoutHash(one.name),
    })),
  ...byField(
    /^AnalysisTemplate$/,
    /^\/spec\//,
    'judges releases otherwise, also one that runs',
  )(change),
]);
