import { freeze } from '@bizflow/kernel';

/** Webhooks of charts that refuse what they are asked about while their pods are away, and why each may. */
export const closedWebhooks: Readonly<Record<string, string>> = freeze({
  'alb-target-control.namespace.elbv2.k8s.aws':
    'asked about pods of namespaces with a label that none has: the pod would run without its agent',
  'alb-target-control.object.elbv2.k8s.aws':
    'asked about pods with a label that none has: the pod would run without its agent',
  'mtargetgroupbinding.elbv2.k8s.aws':
    'only the controller itself writes TargetGroupBindings here, and fills them in by it',
  'quicid.elbv2.k8s.aws':
    'asked about pods of namespaces with a label that none has: the pod would have no server id',
  'validate.clustersecretstore.external-secrets.io':
    'a store that is wrong takes the secrets of every service; it changes with a release of the platform',
  'validate.externalsecret.external-secrets.io':
    'an ExternalSecret that is wrong would leave a release without its secret; running pods keep theirs',
  'validate.secretstore.external-secrets.io':
    'a store that is wrong takes the secrets of a tenant; it changes with a release of the platform',
  'vingress.elbv2.k8s.aws':
    'an Ingress that its controller would refuse stops its whole group; without its controller none does anything',
  'vingressclassparams.elbv2.k8s.aws':
    'parameters decide the certificate and web ACL of every load balancer; the platform alone writes them',
  'vtargetgroupbinding.elbv2.k8s.aws': 'only the controller itself writes TargetGroupBindings here',
});
