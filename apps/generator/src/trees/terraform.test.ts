import { type Cluster, clusters } from '@bizflow/config';
import { committed as facts } from '@bizflow/config/testing';
import { describe, expect, it } from 'vitest';
import { clusterFiles } from '../cluster-files.ts';
import { terraformTree } from './terraform.ts';

const roots = new Map(
  terraformTree.plan(facts, {}).files.map(({ path, text }) => [path, JSON.parse(text)]),
);

describe.each(clusters(facts).map((cluster) => [cluster.id, cluster] as const))(
  '%s',
  (_, cluster) => {
    it('has a role for each service account that gitops/ lets act in AWS, and trusts no other', () => {
      const roles: Record<string, { namespace: string; service_account: string }> = callOf(
        cluster,
        'workload-roles',
      ).roles;
      const trusted = Object.entries(roles).map(
        ([name, role]) => `${role.namespace}/${role.service_account} ${name}`,
      );
      const annotated = clusterFiles(cluster, facts).flatMap(({ body }) => accountsIn(body));
      expect(annotated.length).toBeGreaterThan(10);
      expect(annotated.filter((account) => !trusted.includes(account))).toEqual([]);
      // EKS installs these two itself, as add-ons.
      expect(trusted.filter((account) => !annotated.includes(account)).toSorted()).toEqual([
        `amazon-cloudwatch/cloudwatch-agent ${cluster.name}-cloudwatch-agent`,
        `kube-system/aws-node ${cluster.name}-aws-node`,
      ]);
    });

    it('makes each secret that gitops/ reads', () => {
      const read = clusterFiles(cluster, facts).flatMap(({ body }) => secretsIn(body));
      const made = Object.keys(callOf(cluster, 'security').secrets);
      expect(read.length).toBeGreaterThan(6);
      expect(read.filter((secret) => !made.includes(secret))).toEqual([]);
    });
  },
);

const callOf = ({ environment, region }: Cluster, module: string) => {
  const folder = `terraform/environments/${environment.name}`;
  const root =
    roots.get(`${folder}/${region.id}/${module}.tf.json`) ??
    roots.get(`${folder}/${module}.tf.json`);
  return root.module[module.replaceAll('-', '_')];
};

/** Keys in Secrets Manager that an ExternalSecret copies. */
const secretsIn = (body: Fields): readonly string[] => {
  if (body.kind !== 'ExternalSecret') return [];
  const { data } = body.spec as { data: readonly { remoteRef: { key: string } }[] };
  return data.map(({ remoteRef }) => remoteRef.key);
};

type Fields = { readonly [field: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Annotated service accounts of an object, be it one or a chart's values that make one. */
const accountsIn = (body: Fields): readonly string[] => {
  const { namespace } = body.metadata as { namespace?: string };
  if (body.kind === 'ServiceAccount') return accounts(namespace ?? '', body.metadata);
  const { destination, sources } = (body.spec ?? {}) as {
    destination?: Fields;
    sources?: unknown;
  };
  return accounts(String(destination?.namespace), sources ?? body.spec);
};

const accounts = (namespace: string, value: unknown): readonly string[] => {
  if (!isFields(value)) return [];
  const role = isFields(value.annotations)
    ? value.annotations['eks.amazonaws.com/role-arn']
    : undefined;
  const own =
    role === undefined ? [] : [`${namespace}/${value.name} ${String(role).split('/')[1]}`];
  return [...own, ...Object.values(value).flatMap((member) => accounts(namespace, member))];
};
