import { describe, expect, it } from 'vitest';
import { domain, hostsIn, hostsOf, isRegionId } from './hosts.ts';
import { type RegionId, regionIds } from './region-ids.ts';

describe('hostsOf', () => {
  it('gives each region names of its own below the domain, and one API to all', () => {
    const all = regionIds.map(hostsOf);
    expect(new Set(all.map(({ loadBalancer }) => loadBalancer)).size).toBe(regionIds.length);
    expect(new Set(all.map(({ cdn }) => cdn)).size).toBe(regionIds.length);
    expect(new Set(all.map(({ api }) => api))).toEqual(new Set([`api.${domain}`]));
  });

  it('refuses what is not a region, also a name that every object has', () => {
    for (const text of ['Ireland', '', 'constructor']) {
      expect(() => hostsOf(text as RegionId)).toThrow(RangeError);
    }
  });
});

it('hostsIn takes any region and any zone', () => {
  expect(hostsIn('xx-test-1', 'example.org')).toEqual({
    api: 'api.example.org',
    loadBalancer: 'xx-test-1.alb.example.org',
    cdn: 'xx-test-1.cdn.example.org',
  });
});

it('isRegionId knows the regions and nothing that looks like one', () => {
  expect(regionIds.every(isRegionId)).toBe(true);
  expect(['xx-test-1', 'EU', '', 'toString'].filter(isRegionId)).toEqual([]);
});
