/** An object from its file, as deep as a linter reads. */
interface Loaded {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: Readonly<Record<string, unknown>>;
}

/**
 * A custom resource as the workload that its controller makes of it. Linters know no Rollout and no
 * collector, so that without this they would look at no pod at all.
 */
export const asWorkload = (object: Loaded): Loaded => {
  switch (object.kind) {
    case 'Rollout':
      return { ...object, ...deployment, spec: rolloutSpec(object.spec) };
    case 'OpenTelemetryCollector':
      return { ...object, ...deployment, spec: collectorSpec(object) };
    case 'HorizontalPodAutoscaler':
      return { ...object, spec: { ...object.spec, scaleTargetRef: target(object) } };
    default:
      return object;
  }
};

const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' };

// What a Deployment has as well; the strategy is Argo Rollouts' own.
const shared = ['selector', 'template', 'minReadySeconds', 'revisionHistoryLimit', 'replicas'];

const rolloutSpec = (spec: Loaded['spec'] = {}) =>
  Object.fromEntries(Object.entries(spec).filter(([field]) => shared.includes(field)));

const target = ({ spec }: Loaded) => ({
  ...(spec?.scaleTargetRef as object | undefined),
  ...deployment,
});

// As the operator's own manifests have it: one container of the image, under the given security.
const collectorSpec = ({ metadata, spec = {} }: Loaded) => {
  const labels = { 'app.kubernetes.io/name': `${metadata.name}-collector` };
  const { image, resources, securityContext, podSecurityContext, serviceAccount, replicas } = spec;
  return {
    replicas,
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName: serviceAccount,
        securityContext: podSecurityContext,
        containers: [{ name: 'otc-container', image, resources, securityContext, ...probes(spec) }],
      },
    },
  };
};

const probes = ({ config }: NonNullable<Loaded['spec']>) => {
  const { extensions } = config as { readonly extensions?: Readonly<Record<string, unknown>> };
  const probe = { httpGet: { path: '/', port: 13_133 } };
  return extensions?.health_check === undefined
    ? {}
    : { livenessProbe: probe, readinessProbe: probe };
};
