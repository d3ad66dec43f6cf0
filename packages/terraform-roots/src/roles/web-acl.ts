import type { Cluster } from '@bizflow/config';
import { webAclName } from '@bizflow/config/names';
import { arn, type Statement } from './statement.ts';

/** ACK keeps the cluster's own web ACL, and may not delete it: a load balancer would be unprotected. */
export const ackWafv2 = (cluster: Cluster): readonly Statement[] => {
  const ownAcl = arn(cluster, 'wafv2', `regional/webacl/${webAclName(cluster)}/*`);
  return [
    {
      sid: 'KeepOwnAcl',
      actions: [
        'wafv2:CreateWebACL',
        // Asked for at each read, and another answer than "there is none" ends the read.
        'wafv2:GetLoggingConfiguration',
        'wafv2:GetWebACL',
        'wafv2:TagResource',
        'wafv2:UpdateWebACL',
      ],
      resources: [ownAcl],
    },
    {
      // A web ACL with managed groups is made and changed in their name as well.
      sid: 'UseManagedGroups',
      actions: ['wafv2:CreateWebACL', 'wafv2:UpdateWebACL'],
      resources: [arn(cluster, 'wafv2', 'regional/managedruleset/*/*')],
    },
  ];
};
