import { controllerSettings } from '../platform/controller-settings.ts';
import { controllers } from '../platform/controllers.ts';
import { policyController } from '../platform/policy-controller.ts';
import { collectors } from '../tracing/collectors.ts';

/** What is deployed for a role: a chart, a tag or an image; undefined where AWS chooses. */
export const pinOf = (role: string): string | undefined => {
  if (role === 'argo-rollouts') return controllerSettings.argoRolloutsTag;
  if (role === policyController.name) return policyController.version;
  if (role.startsWith('otel-')) return collectors.image;
  const reader = role.endsWith('-reader') || role.startsWith('tenant-');
  const owner = reader ? 'external-secrets' : role;
  const chart = controllers.find(({ name }) => name === owner)?.chart;
  return chart === undefined ? undefined : `${chart.name} ${chart.version}`;
};
