import type { Cluster } from '@bizflow/config';
import { argoCdHost } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';
import { commitSignatures } from '@bizflow/config/release';
import { rbacSettings, signOnSettings } from '../argo-cd/access-settings.ts';
import { keyring } from '../argo-cd/commit-keys.ts';
import { applicationMessages } from './application-messages.ts';

// Argo CD has no health check for its own Applications since 1.8; without one no sync wave would wait (Argo CD
// operator manual, "Resource Health", Argocd App). One whose sync fails is degraded, so that the root fails
// as well and looks at Git again, instead of waiting for what may never come. The root is in its own folder.
const applicationHealth = [
  'hs = { status = "Progressing", message = "" }',
  'local status = obj.status or {}',
  'local sync = status.operationState or {}',
  'local again = sync.phase == "Running" and (sync.retryCount or 0) > 0',
  'if obj.metadata.name == "root" then',
  '  hs.status = "Healthy"',
  'elseif again or sync.phase == "Failed" or sync.phase == "Error" then',
  '  hs.status = "Degraded"',
  '  hs.message = sync.message or ""',
  'elseif status.health ~= nil and (status.sync or {}).status == "Synced" then',
  '  hs.status = status.health.status',
  '  hs.message = status.health.message or ""',
  'end',
  'return hs',
  '',
].join('\n');

// ACK sets the condition ACK.ResourceSynced when AWS has what the resource specifies.
const ackHealth = [
  'hs = { status = "Progressing", message = "" }',
  'for _, condition in ipairs((obj.status or {}).conditions or {}) do',
  '  if condition.type == "ACK.ResourceSynced" and condition.status == "True" then',
  '    hs.status = "Healthy"',
  '  elseif condition.type == "ACK.Terminal" and condition.status == "True" then',
  '    hs.status = "Degraded"',
  '    hs.message = condition.message or ""',
  '    return hs',
  '  end',
  'end',
  'return hs',
  '',
].join('\n');

/** The Helm values of Argo CD in a cluster. */
export const argoCdValues = (cluster: Cluster) => ({
  global: { domain: argoCdHost(cluster), image: { tag: argoCd.version } },
  configs: {
    cm: {
      ...signOnSettings(cluster),
      'resource.customizations.health.argoproj.io_Application': applicationHealth,
      'resource.customizations.health.wafv2.services.k8s.aws_WebACL': ackHealth,
    },
    params: {
      'server.insecure': false,
      'controller.self.heal.timeout.seconds': argoCd.healsAfterSeconds,
      // Its default, an exponential one, begins with no wait at all.
      'controller.self.heal.backoff.timeout.seconds': 0,
    },
    rbac: rbacSettings(cluster),
    ...keyring(commitSignatures[cluster.environment.name]),
  },
  crds: { install: false },
  // The issuer speaks OpenID Connect, so that nothing has to translate.
  dex: { enabled: false },
  namespaceOverride: argoCd.namespace,
  notifications: applicationMessages(cluster),
  // The chart's own, ecr-public.aws.com, is the same registry by another name, whose redirects are not documented.
  redis: { image: { repository: 'public.ecr.aws/docker/library/redis' } },
});
