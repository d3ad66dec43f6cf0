import type { Effect } from './effect.ts';

/** Who may allow a danger that is forbidden otherwise: a team of CODEOWNERS. */
export type Owner = '@bizflow/platform' | '@bizflow/security' | '@bizflow/data-protection';

/** Dangers that may not be merged, unless their owner approves them. */
const forbidden: Readonly<Record<string, Owner>> = {
  'borders/no-legal-basis': '@bizflow/data-protection',
  'dangers/by-hand': '@bizflow/platform',
  'dangers/data-replaced': '@bizflow/data-protection',
  'data/deleted': '@bizflow/data-protection',
  'data/no-longer-copied': '@bizflow/data-protection',
  'dangers/immutable': '@bizflow/platform',
  'dangers/pruned-with-others': '@bizflow/platform',
  'dangers/protection-off': '@bizflow/data-protection',
  'dangers/right-goes-first': '@bizflow/platform',
  'dangers/provider': '@bizflow/platform',
  'dangers/scan-gate': '@bizflow/security',
  'dangers/state': '@bizflow/platform',
  'dangers/wave-deadlock': '@bizflow/platform',
};

/** The team that must approve an effect; none where it is allowed. */
export const ownerOf = ({ rule }: Pick<Effect, 'rule'>): Owner | undefined => forbidden[rule];

/** Whether policy forbids an effect. */
export const isForbidden = (effect: Pick<Effect, 'rule'>): boolean => ownerOf(effect) !== undefined;

/** Every rule that policy forbids. */
export const forbiddenRules: readonly string[] = Object.keys(forbidden);
