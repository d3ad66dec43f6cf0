/**
 * The order in which Argo CD applies the objects of one Application; it waits for health between
 * waves. Ingress, autoscaler and Rollout share the last one, because each is healthy only when the
 * others are there (docs/decisions/0010).
 */
const waves = {
  ground: -10,
  configuration: 0,
  migration: 5,
  protection: 10,
  release: 20,
} as const;

export type Wave = keyof typeof waves;

/** What takes all in it along, or leaves a door open, is pruned only when a person says so. */
export const confirmed = {
  'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
} as const;

/** The annotation that puts an object into a wave. */
export const inWave = (wave: Wave): Readonly<Record<string, string>> => ({
  'argocd.argoproj.io/sync-wave': String(waves[wave]),
});
