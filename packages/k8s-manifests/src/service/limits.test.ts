import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases, filled } from '../../testing/rendered.ts';
import { limitRange, resourceQuota } from './limits.ts';

it('writes every quantity as the API server would write it back', () => {
  const [first] = cases;
  if (first === undefined) throw new RangeError('no case');
  const { cluster, service } = first;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8000 }),
      fc.integer({ min: 1, max: 65_536 }),
      (cpu, memory) => {
        const own = { ...service, resources: { cpuMillicores: cpu, memoryMi: memory } };
        const text = JSON.stringify(
          filled(cluster, (chart) => {
            resourceQuota(chart, cluster, own);
            limitRange(chart, own);
          }),
        );
        expect(text).not.toMatch(/"\d+000m"/);
        for (const [, mebibytes] of text.matchAll(/"(\d+)Mi"/g)) {
          expect(Number(mebibytes) % 1024).not.toBe(0);
        }
      },
    ),
  );
});
