import { clusters } from '@bizflow/config';
import { argoCdHost, groupInToken, issuer } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import { type GroupName, groups } from '@bizflow/config/sign-on';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { describe, expect, it } from 'vitest';
import { committed, named } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { accessSecrets } from './access-secrets.ts';

const subjects = clusters(committed).map((cluster) => ({
  id: cluster.id,
  cluster,
  manifests: clusterFiles(cluster, committed).map(({ body }) => body),
}));

interface Values {
  readonly global: { readonly domain: string };
  readonly dex: object;
  readonly configs: Readonly<Record<'cm' | 'rbac', Readonly<Record<string, string>>>>;
}

describe.each(subjects)('in $id', ({ cluster, manifests }) => {
  const { spec } = named<IApplication>(manifests, 'Application', 'argo-cd');
  const { configs, global, dex } = (spec.source?.helm?.valuesObject ?? {}) as unknown as Values;
  const secret = (name: string) => named<IExternalSecret>(manifests, 'ExternalSecret', name).spec;
  const template = (name: string) => secret(name)?.target?.template;
  const lines = (configs.rbac['policy.csv'] ?? '').split('\n').filter((line) => line !== '');

  it('answers at its own name, and at no example', () => {
    expect(global.domain).toBe(argoCdHost(cluster));
    expect(configs.cm.url).toBe(`https://${argoCdHost(cluster)}`);
    expect(JSON.stringify(manifests)).not.toMatch(/example\.(com|org)/);
  });

  it('lets people in by the issuer alone', () => {
    expect(configs.cm['oidc.config']?.split('\n')).toEqual(
      expect.arrayContaining([
        `issuer: ${issuer(cluster)}`,
        // In quotes, or an id of digits would be a number to Argo CD.
        `clientID: '${cluster.signOnClient}'`,
        'clientSecret: $argocd-sign-on:clientSecret',
      ]),
    );
    expect(dex).toEqual({ enabled: false });
    for (const off of ['admin.enabled', 'users.anonymous.enabled', 'exec.enabled'])
      expect(configs.cm[off]).toBe(false);
    expect(configs.rbac['policy.default']).toBe('');
  });

  it('reads the secret of the client and the key of the repository where Argo CD looks', () => {
    const { client, repository } = accessSecrets;
    const labels = (name: string) => template(name)?.metadata?.labels;
    expect(labels(client.name)).toEqual({ 'app.kubernetes.io/part-of': 'argocd' });
    expect(secret(client.name)?.data?.map(({ secretKey }) => secretKey)).toEqual([client.key]);
    expect(labels(repository.name)).toEqual({ 'argocd.argoproj.io/secret-type': 'repository' });
    expect(template(repository.name)?.data?.url).toBe(cluster.repository);
  });

  it('has one private way in: a load balancer that only the VPC reaches', () => {
    const { spec: ingress } = named<IIngress>(manifests, 'Ingress', 'argocd-server');
    expect(ingress?.rules?.map(({ host }) => host)).toEqual([argoCdHost(cluster)]);
    const name = ingress?.ingressClassName ?? '';
    expect(named(manifests, 'IngressClassParams', name)).toMatchObject({
      spec: {
        scheme: 'internal',
        inboundCIDRs: [cluster.network.vpc],
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': argoCd.namespace } },
      },
    });
  });

  it('gives no group a shell, another commit, or a change of what Argo CD holds', () => {
    const actions = lines.flatMap((line) => (line.startsWith('p') ? [line.split(', ')[3]] : []));
    expect([...new Set(actions)].sort()).toEqual(['get', 'sync']);
    expect(lines.filter((line) => line.startsWith('g')).map((line) => line.split(', ')[1])).toEqual(
      (Object.keys(groups) as GroupName[]).map((group) => groupInToken(cluster, group)),
    );
  });
});
