import type { Construct } from 'constructs';
import { customResource } from '../synth.ts';
import { confirmPrune } from '../waves.ts';
import type { Context } from './component.ts';

/** The web ACL from waf-rules. A load balancer without it is unprotected, so pruning needs confirmation. */
export const webAcl = (scope: Construct, { others: { webAcl } }: Context): void => {
  if (webAcl === undefined) return;
  const { metadata, ...body } = webAcl;
  customResource(scope, 'web-acl', {
    ...body,
    metadata: { name: metadata.name, annotations: confirmPrune },
  });
};
