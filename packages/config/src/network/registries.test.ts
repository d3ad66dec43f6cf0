import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { allowedDomains } from './allowed-domains.ts';
import { imageHost, registries, registryOf } from './registries.ts';

const domains = allowedDomains(committed);

it.each([
  ['public.ecr.aws/karpenter/controller:1@sha256:0', 'public.ecr.aws'],
  ['localhost:5000/a', 'localhost:5000'],
  ['busybox:latest', 'docker.io'],
  ['library/redis', 'docker.io'],
])('reads %s as an image of %s', (image, host) => {
  expect(imageHost(image)).toBe(host);
});

it('lets through each registry that an image comes from, and all that it redirects to', () => {
  const images = Object.values(committed.charts)
    .flatMap((chart) => chart?.rendered ?? [])
    .flatMap(({ objects }) => objects.filter(({ hook }) => hook?.hook !== 'test'))
    .flatMap(({ pod }) => pod?.containers ?? []);
  expect(images.length).toBeGreaterThan(15);
  for (const { image } of images) {
    const { host, leadsTo } = registryOf(image) ?? { host: image, leadsTo: [] };
    expect(domains).toEqual(expect.arrayContaining([host, ...leadsTo]));
  }
});

it('lets through no registry that no image comes from', () => {
  expect(registries.filter(({ host }) => !domains.includes(host))).toEqual([]);
  const others = allowedDomains({ ...committed, charts: {} });
  expect(others).not.toContain('registry.k8s.io');
});

it('lets through no name of which anyone may rent a part, but where a registry leaves no choice', () => {
  expect(
    domains.filter((name) => /^\.(cloudfront\.net|githubusercontent\.com|github\.io)$/.test(name)),
  ).toEqual([]);
  expect(domains).toContain('.pkg.dev');
});
