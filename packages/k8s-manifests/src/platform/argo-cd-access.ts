import { argoCdHost } from '@bizflow/config/names';
import { platformAccounts } from '@bizflow/config/platform';
import { repositoryAccess, signOn } from '@bizflow/config/sign-on';
import { k8s } from 'cdk8s-plus-29';
import { Construct } from 'constructs';
import { accessSecrets } from '../argo-cd/access-secrets.ts';
import { copiedSecrets, ownSecretStore } from '../secrets.ts';
import { serviceAccount } from '../service-account.ts';
import { clusterWide } from '../synth.ts';
import type { Context } from './component.ts';
import { ingressAnnotations, loadBalancer } from './load-balancing.ts';

const reader = 'argo-cd-reader';

/** The class of the load balancer that only the VPC reaches. */
const internal = 'alb-internal';

/** Chart argo-cd's Service, by the name of its release. */
const server = 'argo-cd-argocd-server';

/** The way in to Argo CD: its name, its private load balancer, and the secrets that it reads. */
export const argoCdAccess = (scope: Construct, context: Context): void => {
  secrets(scope, context);
  loadBalancer(clusterWide(scope), {
    className: internal,
    group: internal,
    scheme: 'internal',
    inboundCIDRs: [context.cluster.network.vpc, ...context.cluster.onPremises],
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'argocd' } },
  });
  ingress(scope, context);
};

const secrets = (scope: Construct, { cluster }: Context): void => {
  const { serviceAccount: name } = platformAccounts[reader];
  serviceAccount(scope, 'reader', cluster, { name, role: reader });
  ownSecretStore(scope, cluster, reader, name);
  const store = { kind: 'SecretStore', name: reader } as const;
  const { client, repository } = accessSecrets;
  copiedSecrets(new Construct(scope, 'client'), cluster, {
    name: client.name,
    store,
    secrets: [[client.key, signOn.clientSecret]],
    labels: { 'app.kubernetes.io/part-of': 'argocd' },
  });
  copiedSecrets(new Construct(scope, 'repository'), cluster, {
    name: repository.name,
    store,
    secrets: [[repository.key, repositoryAccess.privateKey]],
    labels: { 'argocd.argoproj.io/secret-type': 'repository' },
    data: {
      type: 'git',
      url: cluster.repository,
      githubAppID: cluster.gitHubApp.app,
      githubAppInstallationID: cluster.gitHubApp.installation,
    },
  });
};

const ingress = (scope: Construct, { cluster }: Context): void => {
  const host = argoCdHost(cluster);
  new k8s.KubeIngress(scope, 'server', {
    metadata: {
      name: 'argocd-server',
      annotations: {
        ...ingressAnnotations('/healthz', host),
        // Argo CD has a certificate of its own, which the load balancer does not check.
        'alb.ingress.kubernetes.io/backend-protocol': 'HTTPS',
      },
    },
    spec: {
      ingressClassName: internal,
      tls: [{ hosts: [host] }],
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: server, port: { number: 443 } } },
              },
            ],
          },
        },
      ],
    },
  });
};
