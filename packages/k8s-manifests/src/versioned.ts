import { checksum } from '@bizflow/config';

/** A name that changes with what it names, so that a version keeps the very thing it was rendered with. */
export const versionedName = (name: string, content: unknown): string =>
  `${name}-${checksum({ content: JSON.stringify(content) })}`;

/**
 * For what a version refers to by such a name: it stays when its file is gone from Git, and is not compared
 * (Argo CD, "No Prune Resources" and "Ignoring Resources That Are Extraneous"). Pruned, it would go before
 * the Rollout names its successor, and a Rollout that names nothing is not reconciled, aborts included.
 */
export const kept = {
  'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
  'argocd.argoproj.io/sync-options': 'Prune=false',
} as const;
