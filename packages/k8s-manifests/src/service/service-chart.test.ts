import { expect, it } from 'vitest';
import { cases, modest, only } from '../../testing/rendered.ts';

const labelValue = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

it.each(cases)('says on every object of $label where it is and under which laws', (subject) => {
  const { environment, region } = subject.cluster;
  for (const { metadata } of subject.manifests) {
    expect(metadata.labels).toMatchObject({
      'app.kubernetes.io/name': subject.service.name,
      'app.kubernetes.io/part-of': 'bizflow',
      'bizflow.io/environment': environment.name,
      'bizflow.io/region': region.id,
      'bizflow.io/residency': region.country,
      'bizflow.io/compliance': region.regulations.join('.'),
    });
  }
});

// Kubernetes allows an empty value: no law binds the region.
it.each([...cases, ...modest])(
  'writes on $label no label that Kubernetes would refuse',
  (subject) => {
    const lawless = subject.cluster.region.regulations.length === 0;
    for (const [key, value] of subject.manifests.flatMap(({ metadata }) =>
      Object.entries(metadata.labels ?? {}),
    )) {
      if (key === 'bizflow.io/compliance' && lawless) expect(value).toBe('');
      else expect([key, value]).toEqual([key, expect.stringMatching(labelValue)]);
    }
  },
);

it.each(cases)('scales $label between the bounds of its environment', (subject) => {
  const { min, max } = subject.service.replicas[subject.cluster.environment.name];
  expect(only(subject.manifests, 'HorizontalPodAutoscaler')).toMatchObject({
    spec: { minReplicas: min, maxReplicas: max },
  });
});

it.each(cases)('lets a drain of $label take the share of pods its service states', (subject) => {
  expect(only(subject.manifests, 'PodDisruptionBudget')).toHaveProperty(
    'spec.maxUnavailable',
    `${subject.service.maxUnavailablePercent}%`,
  );
});
