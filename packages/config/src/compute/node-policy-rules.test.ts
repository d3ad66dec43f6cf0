import { expect, it } from 'vitest';
import { type NodePolicy, nodePolicyRules, priorityRules } from './node-policy-rules.ts';
import { nodePolicy } from './nodes.ts';

it('finds nothing in the committed policy', () => {
  expect(nodePolicyRules()).toEqual([]);
  expect(priorityRules()).toEqual([]);
});

it.each<[string, Partial<NodePolicy>, string]>([
  ['the newest AMI, whichever that is', { ami: 'bottlerocket@latest' }, 'NODE_AMI'],
  ['another system', { ami: 'al2023@v20260101' }, 'NODE_AMI'],
  ['a disk without a price', { diskType: 'io2' }, 'NODE_DISK_TYPE'],
  ['no node that may be replaced', { disruptedAtOnce: '0%' }, 'NODE_NEVER_REPLACED'],
  ['a consolidation after the expiry', { consolidateAfter: '505h' }, 'NODE_TIMES'],
  ['a departure of weeks', { terminationGracePeriod: '1000h' }, 'NODE_TIMES'],
  [
    'quiet hours without an end',
    { quietHours: { ...nodePolicy.quietHours, duration: '24h' } as never },
    'NODE_ALWAYS_QUIET',
  ],
])('names %s', (_, wrong, code) => {
  const [fault, ...others] = nodePolicyRules({ ...nodePolicy, ...wrong });
  expect(others).toEqual([]);
  const [[field, value] = ['', '']] = Object.entries(wrong);
  expect(fault).toMatchObject({ code, severity: 'error' });
  expect(fault?.at).toContain(`compute.nodePolicy.${field}`);
  expect(JSON.stringify(value)).toContain(fault?.value);
});

it('names a priority that is not below the one before it, or has the name of Kubernetes', () => {
  const [high, low] = [
    { name: 'high', value: 2 },
    { name: 'low', value: 1 },
  ];
  expect(priorityRules([high, low])).toEqual([]);
  expect(priorityRules([low, high]).map(({ code, at }) => [code, at])).toEqual([
    ['PRIORITY_ORDER', 'compute.priorities[1].value'],
  ]);
  expect(priorityRules([high, { ...low, name: 'high' }]).map(({ code }) => code)).toEqual([
    'PRIORITY_NAME',
  ]);
  expect(priorityRules([{ ...high, name: 'system-critical' }]).map(({ code }) => code)).toEqual([
    'PRIORITY_NAME',
  ]);
});
