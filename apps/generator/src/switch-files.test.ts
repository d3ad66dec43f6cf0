import { clusters } from '@bizflow/config';
import { nth, usual } from '@bizflow/config/testing';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  filesOf,
  filesWhenOff,
  off,
  onPremises,
  parts,
  turned,
  writers,
} from './testing/optional-parts.ts';

const { hub } = usual.foundations.production;
const changedFiles = (on: (draft: Draft) => unknown): readonly string[] => {
  const before = new Map(filesWhenOff.map(({ path, text }) => [path, text]));
  return filesOf(turned(on, off))
    .filter(({ path, text }) => before.get(path) !== text)
    .map(({ path }) => path);
};
const part = (name: string) =>
  nth(
    parts.filter(([own]) => own === name),
    0,
  )[1];
const textOf = (on: (draft: Draft) => unknown, path: RegExp): readonly string[] =>
  filesOf(turned(on, off)).flatMap((file) => (path.test(file.path) ? [file.text] : []));

it('renders with the firewall on, and the others off, what is rendered today', () => {
  const today = turned(part('Network Firewall'), off);
  expect(filesOf(today)).toEqual(filesOf(usual));
});

describe('Shield Advanced', () => {
  const annotation = 'alb.ingress.kubernetes.io/shield-advanced-protection: "true"';

  it('asks for a protection on every public Ingress, and on no other', () => {
    const on = part('Shield Advanced');
    const ingresses = textOf(on, /^gitops\/production\/.*\/ingress-(?!argocd)/);
    expect(ingresses.length).toBeGreaterThan(clusters(off).length);
    expect(ingresses.every((text) => text.includes(annotation))).toBe(true);
    expect(textOf(on, /^gitops\/.*\/ingress-argocd/).some((text) => text.includes('shield'))).toBe(
      false,
    );
    expect(textOf(on, /^gitops\/staging\//).some((text) => text.includes('shield'))).toBe(false);
  });
});

describe('Direct Connect', () => {
  it("leads from the hub's private subnets to the other end, and lets it open Argo CD there", () => {
    const on = part('Direct Connect');
    expect(changedFiles(on).toSorted()).toEqual([
      `gitops/production/${hub}/platform/argo-cd-access/ingressclassparams-alb-internal.yaml`,
      `terraform/environments/production/${hub}/network-hub.tf.json`,
      `terraform/environments/production/${hub}/vpc.tf.json`,
    ]);
    for (const text of changedFiles(on).flatMap((path) => textOf(on, new RegExp(`^${path}$`)))) {
      expect(text).toContain(onPremises[0]);
    }
  });
});

describe('VPC peering', () => {
  it('takes what crosses a link from the gateways, and peers no regions that nothing crosses', () => {
    const on = part('VPC peering');
    const links = textOf(on, /\/links\/.*\/network-link\.tf\.json$/).map((text) =>
      JSON.parse(text),
    );
    const inputs = links.map(({ module }) => module.network_link);
    expect(inputs.flatMap(({ hub_cidrs, spoke_cidrs }) => [...hub_cidrs, ...spoke_cidrs])).toEqual(
      [],
    );
    expect(inputs.filter(({ vpc_peering }) => vpc_peering !== undefined)).toHaveLength(writers);
    const hubs = textOf(on, /\/network-hub\.tf\.json$/).map((text) => JSON.parse(text));
    expect(hubs.flatMap(({ module }) => module.network_hub.routes)).toEqual([]);
  });
});

describe('links', () => {
  it('can be left to the regions that something crosses to, with their gateways', () => {
    const on = (d: Draft) => Object.assign(d.foundations.production, { links: 'used' });
    const before = filesWhenOff.map(({ path }) => path);
    const after = new Set(filesOf(turned(on, off)).map(({ path }) => path));
    const gone = before.filter((path) => !after.has(path));
    expect(gone.every((path) => /\/links\/|\/network-hub\.tf\.json$/.test(path))).toBe(true);
    const links = before.filter((path) => path.endsWith('/network-link.tf.json')).length;
    expect(gone.filter((path) => path.endsWith('/network-hub.tf.json'))).toHaveLength(
      links - writers,
    );
  });
});
