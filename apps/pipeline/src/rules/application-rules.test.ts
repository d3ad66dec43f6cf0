import { describe, expect, it } from 'vitest';
import { application, digest, image } from '../testing/application.ts';
import { applicationRules } from './application-rules.ts';

describe('an Application', () => {
  it.each([
    ['Synced', 'Healthy', digest, []],
    ['Synced', 'Healthy', 'sha256:old', ['SYNC_IMAGE']],
    ['OutOfSync', 'Healthy', digest, ['SYNC_STATE']],
    ['Synced', 'Degraded', digest, ['SYNC_HEALTH']],
    ['Synced', 'Suspended', digest, ['SYNC_HEALTH']],
    ['Unknown', 'Missing', 'sha256:old', ['SYNC_IMAGE', 'SYNC_STATE', 'SYNC_HEALTH']],
  ])('that is %s and %s with %s is answered by %j', (sync, health, hash, expected) => {
    const problems = applicationRules(application(sync, health, [image(hash)]), digest);
    expect(problems.map(({ code }) => code)).toEqual(expected);
  });

  it.each([[undefined], [{}], [{ kind: 'Status', status: 'Failure' }]])(
    'that is not an Application is not a release: %j',
    (value) => {
      expect(applicationRules(value, digest)).toMatchObject([{ code: 'APPLICATION_MISSING' }]);
    },
  );
});
