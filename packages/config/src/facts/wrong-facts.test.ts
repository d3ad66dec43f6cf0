import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { allFacts } from './all-facts.ts';
import { factRules } from './fact-rules.ts';

// Each was rendered once. An exception that cites a missing page is refused where files are read (citation-rules.test.ts).

/** The codes and paths of the errors that a wrong fact of the fleet adds. */
const ofFleet = (change: object) =>
  fleetRules({ ...committed, ...change })
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at}`);

/** The same of a wrong fact that renderers import. */
const ofSubject = (change: object) =>
  factRules(change as never).map(({ code, at }) => `${code} ${at}`);

it('takes the facts as they are', () => {
  expect(ofFleet({})).toEqual([]);
  expect(ofSubject(allFacts)).toEqual([]);
});

it('refuses a canary that never aborts', () => {
  const environments = committed.environments.map((one) => ({
    ...one,
    canary: { ...one.canary, failureLimit: 1000 },
  }));
  expect(ofFleet({ environments })).toContainEqual(expect.stringMatching(/canary.failureLimit$/));
});

it.each([
  ['GUPSHUP_API_KEY', { kind: 'plain', value: `sk_live_${'51HxJ8qKz9'}` }],
  ['LOG_LEVEL', { kind: 'plain', value: 'AKIAIOSFODNN7EXAMPLE' }],
  ['DATABASE_URL', { kind: 'plain', value: 'postgres' }],
  ['REDIS_URL', { kind: 'plain', value: `rediss://:${'hunter2'}@cache:6379` }],
  ['QUEUE', { kind: 'plain', value: `amqps://app:${'hunter2'}@queue:5671/x` }],
])('refuses a key in plain text as %s', (name, variable) => {
  const variables = { ...allFacts.services.variables, [name]: variable };
  expect(ofSubject({ services: { variables } })).toEqual([
    `FACT_SECRET services.variables.${name}.value`,
  ]);
});

it('does not print a key that it refuses, of whatever form', () => {
  const value = 'q7Zw'.repeat(9);
  const variables = { ...allFacts.services.variables, LOG_LEVEL: { kind: 'plain', value } };
  const [problem] = factRules({ services: { variables } });
  expect(problem?.value).toBe('q7Zw... (credential of 36 characters)');
  expect(problem?.remedy).toMatch(/kind: 'secret'.*Secrets Manager/);
});

it('refuses egress to everywhere', () => {
  const gupshup = { ...allFacts.network.providers.gupshup, hosts: ['*'] };
  const said = ofSubject({ network: { providers: { gupshup } } });
  expect(said).toEqual(['FACT_DOMAIN network.providers.gupshup.hosts[0]']);
});

it('refuses an instance type that does not exist, of nodes, databases and caches', () => {
  const [[id = '', region] = []] = Object.entries(committed.catalog);
  if (region === undefined) throw new RangeError('no region');
  const { cluster, database, redis } = region;
  const wrong = {
    ...region,
    cluster: { ...cluster, nodes: { ...cluster.nodes, instance: 'm6g.enormous' } },
    database: { ...database, instance: 'db.r6g.enormous' },
    redis: { ...redis, node: 'cache.r6g.enormous' },
  };
  const said = ofFleet({ catalog: { ...committed.catalog, [id]: wrong } }).join('\n');
  for (const at of ['cluster.nodes.instance', 'database.instance', 'redis.node'])
    expect(said).toContain(`${id}.${at}`);
});

it('refuses a freeze on 30 February', () => {
  const [freeze] = allFacts.release.freezes;
  const freezes = [{ ...freeze, schedule: '0 0 30 2 *' }];
  expect(ofSubject({ release: { freezes } })).toEqual([
    'FACT_SCHEDULE release.freezes[0].schedule',
  ]);
});
