import { clusters } from '@bizflow/config';
import { originWebAclName, webAclName } from '@bizflow/config/names';
import type { IRollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import type { IIngress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import type { IService } from 'kubernetes-models/v1/Service';
import { expect, it } from 'vitest';
import * as rendered from '../../testing/rendered.ts';
import { loadBalancing } from '../platform/load-balancing.ts';

const { all, cases, committed, exposed, filled, modest, named, only, unexposed } = rendered;

const ingressOf = ({ manifests, service }: (typeof cases)[number]) =>
  named<IIngress>(manifests, 'Ingress', service.name);
interface Parameters {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly wafv2AclName: string; readonly group: { readonly name: string } };
}

const canaryOf = ({ manifests }: (typeof cases)[number]) =>
  only<IRollout>(manifests, 'Rollout').spec.strategy?.canary;

it.each(exposed)('sends $label to the port that its Services and pods open', (subject) => {
  const { servicePort } = canaryOf(subject)?.trafficRouting?.alb ?? {};
  for (const { spec } of all<IService>(subject.manifests, 'Service')) {
    expect(spec?.type).toBe('ClusterIP');
    expect(spec?.ports).toEqual([{ name: 'http', port: servicePort, targetPort: 'http' }]);
    expect(spec?.selector).toEqual({ 'app.kubernetes.io/name': subject.service.name });
  }
  const pod = only<IRollout>(subject.manifests, 'Rollout').spec.template?.spec;
  expect(pod?.containers[0]?.ports).toEqual([
    { name: 'http', containerPort: subject.service.port },
  ]);
});

const answering = exposed.filter(({ service }) => service.exposure?.answersRegion);
const silent = [...exposed, ...modest].filter(
  ({ service: { exposure } }) => exposure?.answersRegion === false,
);
const regionHost = ({ cluster: { environment, region } }: (typeof cases)[number]) =>
  `${region.id}.alb.${environment.zone}`;

it('answers api.<zone> and the host of the region by the API of the document, everywhere', () => {
  const everywhere = clusters(committed).map(({ id }) => `${id}/api`);
  expect(answering.map(({ label }) => label)).toEqual(everywhere);
  for (const subject of answering) {
    const wanted = [`api.${subject.cluster.environment.zone}`, regionHost(subject)];
    expect(ingressOf(subject).spec?.rules?.map(({ host }) => host)).toEqual(wanted);
  }
});

it.each([...answering, ...silent])('answers the host of $label, over TLS only', (subject) => {
  const own = `${subject.service.exposure?.host}.${subject.cluster.environment.zone}`;
  const hosts = answering.includes(subject) ? [own, regionHost(subject)] : [own];
  const { metadata, spec } = ingressOf(subject);
  expect(spec?.rules?.map(({ host }) => host)).toEqual(hosts);
  expect(spec?.tls).toEqual([{ hosts }]);
  expect(spec?.ingressClassName).toBe('alb');
  expect(metadata?.annotations).toMatchObject({
    'alb.ingress.kubernetes.io/target-type': 'ip',
    'alb.ingress.kubernetes.io/listen-ports': '[{"HTTPS":443}]',
    'alb.ingress.kubernetes.io/healthcheck-path': subject.service.healthPath,
  });
});

const dns = 'external-dns.alpha.kubernetes.io';
it.each(answering)('has ExternalDNS publish the region of $label, and not the shared host', (s) => {
  expect(ingressOf(s).metadata?.annotations).toMatchObject({
    [`${dns}/hostname`]: regionHost(s),
    [`${dns}/ingress-hostname-source`]: 'annotation-only',
  });
});

it.each(silent)('has ExternalDNS publish no host of $label', (s) => {
  const own = Object.entries(ingressOf(s).metadata?.annotations ?? {});
  const said = own.filter(([key]) => key.startsWith(dns));
  expect(said).toEqual([[`${dns}/ingress-hostname-source`, 'annotation-only']]);
});

const behindCdn = exposed.filter(({ service, cluster }) => {
  return service.exposure?.answersCdn && cluster.environment.cdn;
});

it('has CloudFront before the API of the document only in production', () => {
  const production = clusters(committed).filter(({ environment }) => environment.cdn);
  expect(behindCdn.map(({ label }) => label)).toEqual(production.map(({ id }) => `${id}/api`));
  expect(new Set(production.map(({ environment }) => environment.name))).toEqual(
    new Set(['production']),
  );
});

it.each(behindCdn)('gives $label a second Ingress, which only CloudFront may reach', (subject) => {
  const { cluster, service, manifests } = subject;
  const { environment, region } = cluster;
  const { metadata, spec } = named<IIngress>(manifests, 'Ingress', `${service.name}-cdn`);
  const own = `${region.id}.cdn.${environment.zone}`;
  const hosts = [`cdn.${environment.zone}`, `origin.cdn.${environment.zone}`, own];
  expect(spec).toMatchObject({ ingressClassName: 'alb-cdn', tls: [{ hosts }] });
  expect(spec?.rules?.map(({ host }) => host)).toEqual(hosts);
  expect(metadata?.annotations).toMatchObject({
    'alb.ingress.kubernetes.io/security-groups': `${cluster.name}-cdn`,
    'alb.ingress.kubernetes.io/manage-backend-security-group-rules': 'true',
    [`${dns}/hostname`]: own,
    [`${dns}/ingress-hostname-source`]: 'annotation-only',
  });
});

it.each(behindCdn)('weighs the Ingress of the clients of $label before that of CloudFront', (s) => {
  expect(canaryOf(s)?.trafficRouting?.alb).toMatchObject({
    ingresses: [s.service.name, `${s.service.name}-cdn`],
  });
});

it.each(exposed)('finds for each Ingress of $label its class, load balancer and web ACL', (s) => {
  const params = all<Parameters>(
    filled(s.cluster, (chart) => loadBalancing(chart, s)),
    'IngressClassParams',
  );
  const ingresses = all<IIngress>(s.manifests, 'Ingress');
  const balancers = ingresses.map(({ spec }) =>
    params.find(({ metadata }) => metadata.name === spec?.ingressClassName),
  );
  const acls = [webAclName(s.cluster), originWebAclName(s.cluster)].slice(0, ingresses.length);
  expect(balancers.map((found) => found?.spec.wafv2AclName)).toEqual(acls);
  expect(new Set(balancers.map((found) => found?.spec.group.name)).size).toBe(ingresses.length);
});

it.each(exposed)(
  'puts the pods of $label behind the load balancer before they count as ready',
  (s) => {
    expect(only(s.manifests, 'Namespace')).toHaveProperty(
      ['metadata', 'labels', 'elbv2.k8s.aws/pod-readiness-gate-inject'],
      'enabled',
    );
  },
);

it.each(unexposed)('gives $label no Ingress', ({ manifests }) => {
  expect(all(manifests, 'Ingress')).toEqual([]);
  expect(all(manifests, 'Service')).toEqual([]);
});
