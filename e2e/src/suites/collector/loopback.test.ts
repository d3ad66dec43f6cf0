import { expect, it } from 'vitest';
import { clusterFolders } from '../../fleet/folders.ts';
import { collectorsOf } from './collectors.ts';
import { onLoopback } from './loopback.ts';

const addresses = { grpc: 1, http: 2, health: 3, sampler: 4, aws: 'http://127.0.0.1:5' };
const all = clusterFolders().flatMap((folder) => Object.values(collectorsOf(folder)));

/** Where two values differ, as paths. */
function paths(a: unknown, b: unknown, at = ''): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [at];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    paths(Reflect.get(a, key), Reflect.get(b, key), `${at}/${key}`),
  );
}

it('changes addresses of every collector, who asks Kubernetes, and nothing else', () => {
  expect(all).toHaveLength(2 * clusterFolders().length);
  const changed = all.flatMap((config) => paths(config, onLoopback(config, addresses)));
  expect([...new Set(changed)].toSorted()).toEqual([
    '/exporters/awsemf/endpoint',
    '/exporters/load_balancing/metrics/resolver/k8s',
    '/exporters/load_balancing/metrics/resolver/static',
    '/exporters/load_balancing/resolver/k8s',
    '/exporters/load_balancing/resolver/static',
    '/exporters/otlp_http/xray/traces_endpoint',
    '/exporters/prometheus_remote_write/endpoint',
    '/extensions/health_check/endpoint',
    '/processors/k8s_attributes/auth_type',
    '/receivers/otlp/protocols/grpc/endpoint',
    '/receivers/otlp/protocols/http/endpoint',
    '/service/telemetry',
  ]);
});

it('leaves no address that is not on loopback', () => {
  for (const config of all) {
    const text = JSON.stringify(onLoopback(config, addresses));
    expect(text).not.toMatch(/0\.0\.0\.0|amazonaws|\.observability/);
  }
});
