import { expect, it } from 'vitest';
import { rightRules } from './right-rules.ts';

const none = { verbs: [], actions: [] };
const read = { resource: 'applications', action: 'get', object: 'platform/*' } as const;

it('finds nothing in the committed rights', () => {
  expect(rightRules()).toEqual([]);
  expect(rightRules({ one: [read] }, { verbs: ['sync'], actions: ['resume'] })).toEqual([]);
});

it.each([
  [{ one: [{ ...read, object: 'platforms/*' }] }, none, 'signOn.rights.one[0].object'],
  [{ one: [read, { ...read, action: 'gets' }] }, none, 'signOn.rights.one[1].action'],
  [{}, { ...none, verbs: ['syncs'] }, 'release.approvers.verbs[0]'],
  [{}, { ...none, actions: ['promote-full'] }, 'release.approvers.actions[0]'],
])(
  'names a right that no Argo CD knows, or that skips the steps: %j %j',
  (groups, approvers, at) => {
    expect(rightRules(groups, approvers).map((one) => [one.code, one.at])).toEqual([
      ['RIGHT_UNKNOWN', at],
    ]);
  },
);
