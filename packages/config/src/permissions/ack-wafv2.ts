import { freeze } from '@bizflow/kernel';
import type { CallTable } from './call.ts';

/** It lists nothing and tags only when it creates: tags of a web ACL are ignored afterwards (generator.yaml). */
export const ackWafv2 = freeze({
  source: {
    repository: 'aws-controllers-k8s/wafv2-controller',
    version: 'v1.4.2',
    pin: 'wafv2-chart 1.4.2',
  },
  calls: [
    ['wafv2:CreateWebACL', ['webAcl', 'managedRules'], 'pkg/resource/web_acl/sdk.go:2169'],
    ['wafv2:TagResource', ['webAcl'], 'pkg/resource/web_acl/manager.go:294'],
    ['wafv2:GetWebACL', ['webAcl'], 'pkg/resource/web_acl/sdk.go:87'],
    ['wafv2:GetLoggingConfiguration', ['webAcl'], 'pkg/resource/web_acl/hooks.go:384'],
    ['wafv2:UpdateWebACL', ['webAcl', 'managedRules'], 'pkg/resource/web_acl/sdk.go:4373'],
  ],
} as const satisfies CallTable);
