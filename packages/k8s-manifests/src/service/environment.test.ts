import { clusters, variableNames, variables } from '@bizflow/config';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { expect, it } from 'vitest';
import { cases, committed, modest, only } from '../../testing/rendered.ts';
import { secretStoreName } from '../secret-store.ts';
import { environment } from './environment.ts';

type Case = (typeof cases)[number];

const containerOf = ({ manifests }: Case) =>
  only<IRollout>(manifests, 'Rollout').spec.template?.spec?.containers[0];
const plainOf = (subject: Case): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (containerOf(subject)?.env ?? []).map(({ name, value = '' }) => [name, value]),
  );
const secretOf = ({ manifests }: Case) => only<IExternalSecret>(manifests, 'ExternalSecret').spec;

const namesOf = (subject: Case) =>
  [
    ...Object.keys(plainOf(subject)),
    ...(secretOf(subject)?.data ?? []).map(({ secretKey }) => secretKey),
  ].toSorted();
/** What the collectors need beside the appendix. */
const telemetry = ['OTEL_SERVICE_NAME', 'OTEL_TRACES_SAMPLER'];

const programs = cases.filter(({ service }) => ['api', 'whatsapp-worker'].includes(service.name));

it('gives both programs of the document every variable of the appendix, in each cluster', () => {
  expect(programs).toHaveLength(2 * clusters(committed).length);
  for (const subject of programs) {
    expect(namesOf(subject)).toEqual([...variableNames, ...telemetry].toSorted());
  }
});

it.each([...cases, ...modest])(
  'gives $label the variables that it names, and each of them once',
  (subject) => {
    const named = [...subject.service.variables, ...telemetry];
    expect(namesOf(subject)).toEqual(named.toSorted());
  },
);

it.each(cases)('has the plain values of $label as the appendix states them', (subject) => {
  const { id } = subject.cluster.region;
  const appendix = {
    NODE_ENV: 'production',
    AWS_REGION: id,
    AWS_DEFAULT_REGION: id,
    DATABASE_POOL_SIZE: '20',
    DATABASE_SSL: 'true',
    REDIS_TLS: 'true',
    LOG_LEVEL: 'info',
  };
  const own = Object.entries(appendix).filter(([name]) => namesOf(subject).includes(name));
  expect(plainOf(subject)).toMatchObject(Object.fromEntries(own));
  expect(plainOf(subject)).toHaveProperty('OTEL_SERVICE_NAME', subject.service.name);
  expect(plainOf(subject)).toHaveProperty('OTEL_TRACES_SAMPLER', 'always_on');
});

it.each([...cases, ...modest])(
  'keeps the secrets of $label only in its ExternalSecret',
  (subject) => {
    const secret = variableNames.filter((name) => variables[name].kind === 'secret');
    expect(secretOf(subject)?.data?.map(({ secretKey }) => secretKey)).toEqual(
      subject.service.variables.filter((name) => secret.includes(name)),
    );
    const others = subject.manifests.filter(({ kind }) => kind !== 'ExternalSecret');
    for (const name of secret) expect(JSON.stringify(others)).not.toContain(name);
  },
);

it.each(cases)('reads the secrets of $label under its own environment and region', (subject) => {
  for (const { secretKey, remoteRef } of secretOf(subject)?.data ?? []) {
    expect(remoteRef.key).toMatch(new RegExp(`^bizflow/${subject.cluster.id}/[a-z-]+$`));
    expect(remoteRef, secretKey).not.toHaveProperty('property');
  }
  expect(secretOf(subject)?.secretStoreRef).toEqual({
    kind: 'ClusterSecretStore',
    name: secretStoreName,
  });
});

it.each(cases)('gives the pods of $label nothing from elsewhere but their secrets', (subject) => {
  expect(containerOf(subject)?.envFrom).toEqual([
    { secretRef: { name: secretOf(subject)?.target?.name } },
  ]);
  expect(containerOf(subject)?.env?.filter(({ valueFrom }) => valueFrom)).toEqual([]);
});

// Kubernetes, "Define Dependent Environment Variables": $$ is a $, and $(NAME) is replaced.
it('writes a value so that Kubernetes reads what was stated', () => {
  const [{ cluster, service }] = cases as [Case];
  const region = { ...cluster.region, id: '$(HOME) costs $5, not $$' as typeof cluster.region.id };
  const values = environment({ ...cluster, region }, { ...service, variables: ['AWS_REGION'] });
  expect(values[0]).toEqual({ name: 'AWS_REGION', value: '$$(HOME) costs $$5, not $$$$' });
});

it.each(cases)('keeps the secret of $label when its source is gone', (subject) => {
  expect(secretOf(subject)?.target).toMatchObject({
    creationPolicy: 'Owner',
    deletionPolicy: 'Retain',
  });
});
