import { clusters } from '@bizflow/config';
import { originWebAclName } from '@bizflow/config/names';
import { committed as fleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { clusterFiles, clusterWebAclRules } from './cluster-files.ts';

const all = clusters(fleet);

const waveOf = (files: ReturnType<typeof clusterFiles>, application: string): number => {
  const file = files.find(({ path }) =>
    path.endsWith(`/bootstrap/application-${application}.yaml`),
  );
  return Number(file?.body.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
};

it.each(all)('gives $id the web ACL that its public load balancers name', (cluster) => {
  const files = clusterFiles(cluster, fleet);
  const webAcls = files.filter(({ body }) => body.kind === 'WebACL');
  const parameters = files.filter(
    ({ body }) =>
      body.kind === 'IngressClassParams' &&
      (body.spec as { readonly scheme: string }).scheme === 'internet-facing',
  );
  expect(webAcls).toHaveLength(1);
  for (const { body } of webAcls) {
    expect(body).toHaveProperty('spec.name', body.metadata.name);
    expect(parameters[0]?.body).toHaveProperty('spec.wafv2AclName', body.metadata.name);
    expect(body).toHaveProperty('spec.scope', 'REGIONAL');
  }
  // The one behind CloudFront contains a secret, so Terraform owns it: only its name is here.
  expect(parameters.slice(1).map(({ body }) => body)).toMatchObject(
    cluster.environment.cdn ? [{ spec: { wafv2AclName: originWebAclName(cluster) } }] : [],
  );
});

it.each(all)(
  'brings the web ACL of $id after its controller and before any load balancer',
  (cluster) => {
    const files = clusterFiles(cluster, fleet);
    expect(waveOf(files, 'ack-wafv2')).toBeLessThan(waveOf(files, 'waf'));
    expect(waveOf(files, 'waf')).toBeLessThan(waveOf(files, 'load-balancing'));
    expect(waveOf(files, 'load-balancing')).toBeLessThan(0);
  },
);

it.each(all)('has WAF and ACK nothing to refuse in $id', (cluster) => {
  expect(clusterWebAclRules(cluster, fleet)).toEqual([]);
});
