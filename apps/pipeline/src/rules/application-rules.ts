import { type Problem, problem, shortDigest, unless } from '@bizflow/kernel';
import { items, members, text } from '../json.ts';

/**
 * What an Argo CD Application says against a release that should have arrived. Synced and Healthy are
 * not enough: until Argo CD has read the new commit, it says both of the old image.
 */
export function applicationRules(object: unknown, digest: string): readonly Problem[] {
  const { kind, metadata, status } = members(object);
  const at = text(members(metadata).name);
  if (kind !== 'Application') {
    return [
      problem({
        code: 'APPLICATION_MISSING',
        at,
        value: text(kind),
        reason: 'is not an Argo CD Application',
        remedy: 'check that the Application exists in the cluster',
      }),
    ];
  }
  const { sync, health, summary, operationState } = members(status);
  const phase = text(members(operationState).phase ?? 'none');
  const state = text(members(sync).status ?? 'Unknown');
  const well = text(members(health).status ?? 'Unknown');
  const images = items(members(summary).images).map(text);
  return [
    ...unless(
      images.some((image) => image.endsWith(`@${digest}`)),
      {
        code: 'SYNC_IMAGE',
        at,
        value: images.join(', ') || 'no image',
        reason: `does not run ${shortDigest(digest)} yet`,
        remedy: 'check that Argo CD reads the branch, and read the result of the last sync',
      },
    ),
    ...unless(state === 'Synced', {
      code: 'SYNC_STATE',
      at,
      value: state,
      reason: `last sync: ${phase}`,
      remedy: look,
    }),
    ...unless(well === 'Healthy', {
      code: 'SYNC_HEALTH',
      at,
      value: well,
      reason: 'is not Healthy',
      remedy: look,
    }),
  ];
}

const look = 'check the Application in Argo CD, and the AnalysisRun of its Rollout';
