import { expect, it } from 'vitest';
import { destinationRules } from './destination-rules.ts';
import { alarmDestinations } from './destinations.ts';

it('finds nothing in the committed destinations: staging, without approval, does not page', () => {
  expect(alarmDestinations.staging.critical).not.toBe('PagerDuty');
  expect(destinationRules()).toEqual([]);
});

it.each(['email', 'Slack'] as const)('refuses critical alarms of production by %s', (critical) => {
  const production = { ...alarmDestinations.production, critical };
  const found = destinationRules({ ...alarmDestinations, production });
  expect(found.map(({ code, at, value }) => [code, at, value])).toEqual([
    ['ALARM_NOT_PAGED', 'alarms.alarmDestinations.production.critical', critical],
  ]);
  expect(destinationRules(undefined, [{ name: 'staging', approval: true }])).toHaveLength(1);
});
