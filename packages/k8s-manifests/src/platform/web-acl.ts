import type { Construct } from 'constructs';
import { customResource } from '../synth.ts';
import { confirmed } from '../waves.ts';
import type { Context } from './component.ts';

/** The web ACL as waf-rules makes it: a load balancer without it stands open, so pruned on request. */
export const webAcl = (scope: Construct, { others: { webAcl } }: Context): void => {
  if (webAcl === undefined) return;
  const { metadata, ...body } = webAcl;
  customResource(scope, 'web-acl', {
    ...body,
    metadata: { name: metadata.name, annotations: confirmed },
  });
};
