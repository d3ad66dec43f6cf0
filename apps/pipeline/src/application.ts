import { fault, type Problem, unless } from '@bizflow/region-catalog';
import { items, members, text } from './verdicts/json.ts';

/**
 * What an Argo CD Application says against a release that should have arrived. Synced and Healthy are
 * not enough: until Argo CD has read the new commit, it says both of the old image.
 */
export function applicationProblems(object: unknown, digest: string): readonly Problem[] {
  const { kind, metadata, status } = members(object);
  const at = text(members(metadata).name);
  if (kind !== 'Application') {
    return [fault('APPLICATION_MISSING', at, text(kind), 'is no Application', 'see the cluster')];
  }
  const { sync, health, summary, operationState } = members(status);
  const phase = text(members(operationState).phase ?? 'none');
  const state = text(members(sync).status ?? 'Unknown');
  const well = text(members(health).status ?? 'Unknown');
  const images = items(members(summary).images).map(text);
  return [
    ...unless(
      images.some((image) => image.endsWith(`@${digest}`)),
      'SYNC_IMAGE',
      at,
      images.join(', ') || 'no image',
      `does not run ${digest.slice(0, 19)} yet`,
      'see whether Argo CD reads the branch, and what the last sync said',
    ),
    ...unless(state === 'Synced', 'SYNC_STATE', at, state, `last sync: ${phase}`, look),
    ...unless(well === 'Healthy', 'SYNC_HEALTH', at, well, 'is not Healthy', look),
  ];
}

const look = 'look at the Application in Argo CD, and at the Rollout’s AnalysisRun';
