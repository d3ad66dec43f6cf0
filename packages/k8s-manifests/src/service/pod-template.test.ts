import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IPodTemplateSpec } from 'kubernetes-models/v1/PodTemplateSpec';
import { expect, it } from 'vitest';
import { all, cases, exposed, onFargate, only, onNodes } from '../../testing/rendered.ts';
import { podTemplate } from './pod-template.ts';

type Case = (typeof cases)[number];

const templateOf = ({ manifests }: Case): IPodTemplateSpec =>
  only<IRollout>(manifests, 'Rollout').spec.template as IPodTemplateSpec;
const podOf = (subject: Case) => {
  const { spec } = templateOf(subject);
  const [container, ...others] = spec?.containers ?? [];
  if (spec === undefined || container === undefined) throw new TypeError('no pod');
  return { spec, container, others };
};

it.each(cases)('runs $label by digest, from the registry of its own region', (subject) => {
  const { region } = subject.cluster;
  expect(podOf(subject).container.image).toBe(
    `${subject.cluster.registry}/bizflow/${subject.service.name}@${subject.digest}`,
  );
  expect(podOf(subject).container.image).toMatch(
    new RegExp(
      `^\\d{12}\\.dkr\\.ecr\\.${region.id}\\.amazonaws\\.com/[a-z/-]+@sha256:[0-9a-f]{64}$`,
    ),
  );
});

it.each(cases)('keeps $label within Pod Security "restricted"', (subject) => {
  const { spec, container, others } = podOf(subject);
  expect(spec.securityContext).toMatchObject({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  expect(spec.securityContext?.runAsUser).toBeGreaterThan(0);
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC', 'initContainers']) {
    expect(spec).not.toHaveProperty(field);
  }
  expect(container.ports?.every(({ hostPort }) => hostPort === undefined)).toBe(true);
  expect(
    spec.volumes?.every(({ emptyDir, configMap, secret }) => emptyDir ?? configMap ?? secret),
  ).toBe(true);
  expect(others).toEqual([]);
});

it.each(cases)('runs $label as its own account, without a token of the API server', (subject) => {
  expect(podOf(subject).spec).toMatchObject({
    serviceAccountName: subject.service.name,
    automountServiceAccountToken: false,
  });
});

it.each(cases)('asks the health path of $label on the port by name', (subject) => {
  const { container } = podOf(subject);
  for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
    expect(probe?.httpGet).toEqual({ path: subject.service.healthPath, port: 'http' });
  }
});

it.each(cases)(
  'limits the memory and disk of $label and requests what its service needs',
  (subject) => {
    const { cpuMillicores, memoryMi } = subject.service.resources;
    expect(podOf(subject).container.resources).toEqual({
      requests: { cpu: `${cpuMillicores}m`, memory: `${memoryMi}Mi`, 'ephemeral-storage': '256Mi' },
      limits: { memory: `${memoryMi}Mi`, 'ephemeral-storage': '256Mi' },
    });
  },
);

it.each(cases)('gives $label all its time to finish after SIGTERM', (subject) => {
  const { spec, container } = podOf(subject);
  const drain = container.lifecycle?.preStop?.sleep?.seconds ?? 0;
  expect(Number(spec.terminationGracePeriodSeconds) - drain).toBe(subject.service.shutdownSeconds);
});

it('drains exactly those pods that are behind a load balancer', () => {
  const drained = cases.filter((subject) => podOf(subject).container.lifecycle !== undefined);
  expect(drained).toEqual(exposed);
});

it.each(onNodes)('places $label on the architecture it is built for, across zones', (subject) => {
  const { spec } = podOf(subject);
  expect(spec.nodeSelector).toEqual({ 'kubernetes.io/arch': subject.service.compute.architecture });
  expect(spec.topologySpreadConstraints?.[0]?.topologyKey).toBe('topology.kubernetes.io/zone');
  expect(all(subject.manifests, 'SecurityGroupPolicy')).toEqual([]);
});

it.each(onFargate)(
  'leaves the machine of $label to Fargate, behind its own security group',
  (s) => {
    const { spec } = podOf(s);
    expect(s.service.compute.architecture).toBe('amd64');
    expect(spec).not.toHaveProperty('nodeSelector');
    expect(spec).not.toHaveProperty('topologySpreadConstraints');
    expect(only(s.manifests, 'SecurityGroupPolicy')).toHaveProperty('spec', {
      podSelector: { matchLabels: { 'app.kubernetes.io/name': s.service.name } },
      securityGroups: { groupIds: [s.cluster.fargateSecurityGroup] },
    });
    expect(templateOf(s).metadata?.labels).toHaveProperty(['bizflow.io/compute'], 'fargate');
  },
);

it('makes a changed variable a new version of the pods', () => {
  const [{ cluster, service, digest }] = cases as [Case];
  const other = { ...service, variables: service.variables.slice(1) };
  const template = (changed: typeof service) => podTemplate(cluster, changed, digest);
  expect(template(other)).not.toEqual(template(service));
  expect(template({ ...service, variables: service.variables.toReversed() })).toEqual(
    template(service),
  );
});
