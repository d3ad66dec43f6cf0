import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { isPlayed, rootsAt, rootsIn, stagesIn } from './roots.ts';

const workflow =
  'jobs:\n  roots:\n    runs-on: x\n  first:\n    needs: roots\n  second:\n    needs: [roots]\n';
const list = JSON.stringify({
  stages: {
    second: [{ root: 'terraform/environments/b', account: 'production', region: 'y' }],
    leaving: [{ root: 'terraform/environments/c', account: 'production', region: 'y' }],
    first: [{ root: 'terraform/environments/a', account: 'staging', region: 'x' }],
  },
});

describe('the roots of a move', () => {
  it('come in the order of the stages of the workflow, and what it leaves to a person last', () => {
    expect(stagesIn(workflow)).toEqual(['access', 'first', 'second']);
    expect(rootsIn(list, stagesIn(workflow)).map(({ root }) => root)).toEqual(['a', 'b', 'c']);
  });

  it('are all roots of this repository, what a person applies first', () => {
    const stages = [...new Set(rootsAt(repository).map(({ stage }) => stage))];
    expect(stages[0]).toBe('access');
    expect(stages.indexOf('global')).toBeLessThan(stages.indexOf('hubs'));
    expect(stages.indexOf('hubs')).toBeLessThan(stages.indexOf('regions'));
  });

  it('are those of its ends and those that all regions share, and none of staging', () => {
    const ends = { from: 'xx-1', to: 'xx-2', only: [] };
    const played = (root: string, stage: string, account = 'production') =>
      isPlayed({ root, stage, account, region: 'z' }, ends);
    expect(played('production/xx-1', 'regions')).toBe(true);
    expect(played('production/links/xx-2', 'links')).toBe(true);
    expect(played('production/xx-3', 'regions')).toBe(false);
    expect(played('production/global', 'global')).toBe(true);
    expect(played('staging/global', 'global', 'staging')).toBe(false);
    const root = { root: 'production/xx-1', stage: 'regions', account: 'production', region: 'z' };
    expect(isPlayed(root, { ...ends, only: ['production/xx'] })).toBe(true);
    expect(isPlayed(root, { ...ends, only: ['production/global'] })).toBe(false);
  });
});
