import { readFileSync } from 'node:fs';
import { catalog, kubernetesVersions, regionIds } from '@bizflow/region-catalog';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { goModule } from './go-module.ts';
import { checkVersion, type KubernetesPin } from './kubernetes-api.ts';

const pins: readonly KubernetesPin[] = JSON.parse(
  readFileSync(new URL('../../checks/kubernetes.json', import.meta.url), 'utf8'),
);

// The network is for `npm run schemas`: a test takes what Go has fetched before.
const fetched = () => {
  vi.stubEnv('GOPROXY', 'off');
  const missing = pins.map(goModule).find((found) => 'unavailable' in found);
  return missing && 'unavailable' in missing ? missing.unavailable : undefined;
};
const missing = fetched();
afterAll(() => void vi.unstubAllEnvs());
beforeAll(() => {
  if (missing) console.warn(`SKIPPED: objects by each Kubernetes' own API (${missing})`);
});

const file = (apiVersion: string, kind: string, rest: object) => ({
  path: 'a.yaml',
  body: { apiVersion, kind, metadata: { name: 'a' }, ...rest },
});
const codes = (pin: KubernetesPin, ...files: readonly ReturnType<typeof file>[]) =>
  checkVersion(pin, files).problems.map(({ code, at }) => `${code} ${at}`);

it('is pinned for every version that a region may run, and each region runs one', () => {
  expect(pins.map(({ version }) => version)).toEqual(kubernetesVersions);
  for (const id of regionIds) expect(kubernetesVersions).toContain(catalog[id].cluster.kubernetes);
});

it.skipIf(missing).each(pins)('serves and refuses by Kubernetes $version', (pin) => {
  const service = { spec: { ports: [{ port: 80 }] } };
  expect(codes(pin, file('v1', 'Service', service))).toEqual([]);
  const policy = { spec: { validations: [{ expression: 'true' }] } };
  expect(
    codes(pin, file('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', policy)),
  ).toEqual([]);
  expect(codes(pin, file('v1', 'Service', { spec: { ports: [{ port: 80, prt: 1 }] } }))).toEqual([
    'FIELD_UNKNOWN a.yaml#/spec/ports/0/prt',
  ]);
  expect(codes(pin, file('v1', 'Service', { spec: { ports: [{ name: 'http' }] } }))).toEqual([
    'SCHEMA a.yaml#/spec/ports/0',
  ]);
  expect(codes(pin, file('autoscaling/v2beta2', 'HorizontalPodAutoscaler', {}))).toEqual([
    'VERSION_NOT_SERVED a.yaml',
  ]);
});

it.skipIf(missing)('knows what one version has and the one before has not', () => {
  const constrained = (field: string) =>
    file('v1', 'PodTemplate', {
      template: { spec: { containers: [{ name: 'a' }], [field]: { name: 'a', podGroup: 'b' } } },
    });
  expect(pins.map((pin) => codes(pin, constrained('workloadRef')).length)).toEqual([1, 0, 1]);
});

it.skipIf(missing)('refuses a release whose bytes are not the pinned ones', () => {
  const [pin] = pins;
  if (pin === undefined) throw new RangeError('no pin');
  expect(codes({ ...pin, sum: 'h1:other' })).toEqual([`MODULE_CHECKSUM ${pin.module}`]);
});
