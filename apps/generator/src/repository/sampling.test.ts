import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

const lines = (pattern: string) =>
  globSync(pattern, { cwd: repository }).flatMap((path) =>
    readFileSync(join(repository, path), 'utf8')
      .split('\n')
      .map((line, index, all) => ({ path, line: line.trim(), next: all[index + 1]?.trim() })),
  );

/** Words by which something would decide over traces: collectors, SDKs and X-Ray each have theirs. */
const deciders =
  /\b(?:tail_sampling|probabilistic\w*|sampling_(?:percentage|ratio|rule)\w*|OTEL_(?:TRACES_SAMPLER|TRACES_EXPORTER|SDK_DISABLED)\w*)\b/i;

it('lets nothing in gitops/ decide over a trace but the tail sampler and what sends it everything', () => {
  const found = lines('gitops/**/*.yaml').filter(({ line }) => deciders.test(line));
  // The sampler itself, and the policy by whose name spans may reach it.
  const elsewhere = found.filter(
    ({ path }) =>
      !/\/platform\/telemetry\/(opentelemetrycollector-sampler|networkpolicy-allow-sampling)\.yaml$/.test(
        path,
      ),
  );
  expect(found.length).toBeGreaterThan(elsewhere.length);
  expect([...new Set(elsewhere.map(({ line, next }) => `${line}, ${next}`))]).toEqual([
    '- name: OTEL_TRACES_SAMPLER, value: always_on',
  ]);
  for (const { path } of elsewhere) expect(path).toMatch(/\/services\/.*\/rollout-/);
});

it('gives X-Ray no sampling rule: what reaches it has been chosen already', () => {
  const found = lines('terraform/**/*.{tf,tf.json}').filter(({ line }) =>
    /aws_xray_sampling_rule/.test(line),
  );
  expect(found).toEqual([]);
});

it('lets X-Ray index every trace that the sampler kept, in each repository', () => {
  const shares = lines('terraform/environments/**/observability.tf.json').filter(({ line }) =>
    line.includes('trace_index_percent'),
  );
  expect(shares.length).toBeGreaterThan(0);
  for (const { line } of shares) expect(line).toMatch(/^"trace_index_percent": 100,?$/);
});
