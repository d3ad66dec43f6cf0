import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globalRegion } from '@bizflow/config/foundation';
import { committed } from '@bizflow/config/testing';
import { regionIds } from '@bizflow/region-catalog';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

/** The only sources in which a place may be written by hand, and why. */
const homes: readonly (readonly [file: RegExp, why: string])[] = [
  [/^packages\/region-catalog\/src\/regions\//, 'the fact sheets'],
  [/^packages\/region-catalog\/src\/(region-ids|sheets)\.ts$/, 'the register of regions'],
  [/^packages\/region-catalog\/src\/exceptions\.ts$/, 'written border crossings'],
  [/^packages\/kernel\/src\/private-ranges\.ts$/, 'address ranges that RFCs define'],
  [
    /^packages\/region-catalog\/src\/rules\/reserved-range-rules\.ts$/,
    'address ranges that AWS and EKS use themselves',
  ],
  [
    /^packages\/region-catalog\/src\/rules\/health-check-rules\.ts$/,
    "AWS's own list of checker regions",
  ],
  [/^packages\/config\/src\/environments\/environments\.ts$/, 'the sites of staging'],
  [/^packages\/config\/src\/foundation\/foundation\.ts$/, 'the hub of each environment'],
  [/^packages\/config\/src\/recovery\/backups\.ts$/, "AWS's own list of regions without Macie"],
  [/^packages\/config\/src\/foundation\/global-layer\.ts$/, 'where AWS wants what has no region'],
  [
    /^packages\/config\/src\/permissions\/terraform\/worldwide\.ts$/,
    "AWS's own endpoints of services that have one for the world",
  ],
  [/^packages\/config\/src\/assigned\/assigned\.ts$/, 'values that AWS assigns'],
  [/^packages\/config\/src\/assigned\/format-rules\.ts$/, "the account of AWS's documentation"],
  [/^packages\/config\/src\/release\/promotion\.ts$/, 'the order of regions in a promotion'],
  [/^packages\/config\/src\/cost\/prices\.ts$/, "the document's cost table"],
  [/^packages\/config\/src\/cost\/regional-prices\.ts$/, "AWS's own prices, region by region"],
  [/^packages\/config\/src\/network\/addresses\.ts$/, 'address ranges that RFCs define'],
  [/^apps\/generator\/src\/scaffold\/new-region\.ts$/, "the document's pattern for a new region"],
];

/** Names regions only while a standby has taken over the writes of one, or one moves, or was destroyed. */
const passing =
  /^packages\/(config\/src\/failover\/failover|region-catalog\/src\/moves\/(moves|destroyed|under-way\/.+))\.ts$/;

const place = () =>
  /\b(?:af|ap|ca|eu|il|me|mx|sa|us)-(?:central|(?:north|south)(?:east|west)?|east|west)-\d\b|\b(?!0\.0\.0\.0\b)\d{1,3}(?:\.\d{1,3}){3}\b|\b\d{12}\b/g;

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const sources = globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: repository }).filter(
  (path) =>
    // The corpus of requests has documentation addresses, and its own test for regions.
    !/\.test\.ts$|\/testing\/|\/corpus\//.test(path) &&
    ![passing, ...homes.map(([home]) => home)].some((home) => home.test(path)),
);

it('writes no region id, address or account by hand outside the homes of facts', () => {
  expect(sources.length).toBeGreaterThan(80);
  const found = sources.flatMap((path) =>
    (withoutComments(readFileSync(join(repository, path), 'utf8')).match(place()) ?? []).map(
      (literal) => `${path}: ${literal}`,
    ),
  );
  // Neither an example in a message nor this machine is a fact; each is listed so that none slips in.
  expect(found).toEqual(expectedExamples);
});

it('has no entry for a file that names no place any more', () => {
  const idle = homes.filter(
    ([home]) =>
      !globSync('{packages,apps}/*/src/**/*.{ts,tsx}', { cwd: repository }).some(
        (path) => home.test(path) && place().test(readFileSync(join(repository, path), 'utf8')),
      ),
  );
  expect(idle).toEqual([]);
});

/** What only tests and their tools read; a name with `document` is for the document's own numbers. */
const fixtures = [
  ...['packages/*', 'apps/*', 'e2e']
    .flatMap((folder) =>
      globSync(`${folder}/{src,testing,bench,checks,scripts}/**/*.{ts,mts}`, { cwd: repository }),
    )
    .filter((path) => /\.test\.ts$|\/(?:testing|bench|checks|scripts)\//.test(path)),
  ...globSync('terraform/**/*.tftest.hcl', { cwd: repository }),
].filter((path) => !/\.document\.(?:test\.ts|mts)$/.test(path));

/**
 * Regions that are in the fleet, or may come: the certificates' own has the global layer. Where Terraform's provider
 * knows all ids, a test takes those of another partition.
 */
const mayServe = [...new Set([...regionIds, ...Object.keys(committed.aws.regions)])].filter(
  (id) => id !== globalRegion,
);

/** Route 53 checks from regions of its own list, whatever the fleet has. */
const checkers = /\b(?:checkers|check\.regions)\b[^'"\n]*(?:['"][\w-]+['"],? ?)+/g;

/** The regions of AWS that a text names, by their ids. */
const namedRegions = (text: string): readonly string[] => {
  const own = withoutComments(text).replace(checkers, '');
  return mayServe.filter((id) => new RegExp(`\\b${id}`).test(own));
};

it("names no region of AWS in a test, except for the document's own numbers", () => {
  expect(fixtures.length).toBeGreaterThan(150);
  const found = fixtures.flatMap((path) =>
    namedRegions(readFileSync(join(repository, path), 'utf8')).map((id) => `${path}: ${id}`),
  );
  expect(found).toEqual([]);
});

it('finds a planted one, by itself, in a zone or in a path', () => {
  for (const id of mayServe) {
    for (const text of [`'${id}'`, `'${id}a'`, `'gitops/production/${id}/x.yaml'`]) {
      expect(namedRegions(`const a = ${text};`)).toEqual([id]);
    }
    expect(namedRegions(`// as ${id} does`)).toEqual([]);
    expect(namedRegions(`{ checkers = ["${id}", "${id}"], home = "${id}" }`)).toEqual([id]);
    expect(namedRegions(`{ checkers = ["${id}", "${id}"], home = "x" }`)).toEqual([]);
  }
});

const expectedExamples: readonly string[] = [
  'packages/region-catalog/src/rules/cidr-rules.ts: 10.4.0.0',
  // RFC 5737: documentation addresses.
  'packages/proofs/src/network/hosts.ts: 198.51.100.7',
  'packages/proofs/src/network/hosts.ts: 203.0.113.7',
];
