import { performance } from 'node:perf_hooks';
import { ackWebAcl, edgeWebAcl, evaluate, type Request, ruleJson } from '../src/index.ts';
import { facts } from '../testing/policies.ts';

// Ratios, not times: what the package does over a plain JSON.stringify of the same model, in turn.
const webAcl = edgeWebAcl(facts, { name: 'bench' }, 'direct');
const placement = { namespace: 'ack-system', labels: {}, annotations: {} };
const places = Array.from({ length: 30 }, (_, index) => ({ name: `bench-${index}` }));
const request: Request = {
  method: 'POST',
  target: '/x/../%61pi/v1/messages?page=2',
  headers: { Host: 'api.bizflow.app', Accept: 'application/json' },
  body: '{"to":"1"}',
  source: { address: '2001:db8::1', country: 'IN' },
  managedLabels: [],
  isJudged: false,
  at: 0,
};

/** Microseconds of one call: the median of many rounds, so that a busy machine disturbs little. */
function microseconds(rounds: number, call: () => unknown): number {
  for (let i = 0; i < 20; i += 1) call();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    call();
    return (performance.now() - start) * 1000;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

const models = places.map((place) => edgeWebAcl(facts, place, 'direct'));
const one = microseconds(2000, () => JSON.stringify(webAcl));
const thirty = microseconds(200, () => models.map((model) => JSON.stringify(model)));
const rows: readonly (readonly [string, number, number])[] = [
  ['evaluate one request', microseconds(5000, () => evaluate(webAcl, request)), one],
  ['30 models', microseconds(200, () => places.map((p) => edgeWebAcl(facts, p, 'direct'))), thirty],
  ['30 ACK resources', microseconds(200, () => models.map((m) => ackWebAcl(m, placement))), thirty],
  ['30 rule_json', microseconds(200, () => models.map((m) => ruleJson(m))), thirty],
  [
    'render 30 regions, model to resource',
    microseconds(200, () =>
      places.map((p) => JSON.stringify(ackWebAcl(edgeWebAcl(facts, p, 'direct'), placement))),
    ),
    thirty,
  ],
];

console.log(`${''.padEnd(38)}       us   ratio to JSON.stringify of the same model`);
for (const [what, time, base] of rows) {
  console.log(
    `${what.padEnd(38)} ${time.toFixed(0).padStart(8)} ${(time / base).toFixed(2).padStart(7)}`,
  );
}
