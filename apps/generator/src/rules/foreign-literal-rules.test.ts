import { type Cluster, clusters, type Manifest } from '@bizflow/config';
import { clusterIn, committed as fleet, followed, loner, standby } from '@bizflow/config/testing';
import { clusterFiles } from '@bizflow/k8s-manifests';
import { describe, expect, it } from 'vitest';
import { serialize } from '../serialize.ts';
import { foreignLiteralRules } from './foreign-literal-rules.ts';

const all = clusters(fleet);
const own = clusterIn('production', loner.id);
const other = followed;

const textOf = (body: Manifest): string => serialize({ path: 'f.yaml', body });

const check = (cluster: Cluster, path: string, body: Manifest) =>
  foreignLiteralRules(cluster, fleet)({ path, body, text: textOf(body) });

/** One object of each kind, as its renderers make it. */
const oneOfEachKind = Object.values(
  Object.fromEntries(clusterFiles(own, fleet).map((file) => [file.body.kind, file])),
);

const planted = {
  'a region': other.id,
  'a zone of another region': other.zones[1],
  'a host of another region': `https://aps-workspaces.${other.id}.amazonaws.com`,
  'a network of another region': other.network.database[0],
  'an address of another region': other.network.vpc.replace(/0\/\d+$/, '7'),
  "staging's network": clusterIn('staging').network.public[0],
  "another account's role": `arn:aws:iam::${fleet.assigned.accounts.staging.value}:role/api`,
  'a key of another region': `arn:aws:kms:${other.id}:${own.account}:key/1`,
  "another account's registry": `999999999999.dkr.ecr.${own.region.id}.amazonaws.com/bizflow/api`,
};

describe('literals of another place', () => {
  it('are in no file of the real fleet', () => {
    const found = all.flatMap((cluster) =>
      clusterFiles(cluster, fleet).flatMap(({ path, body }) => check(cluster, path, body)),
    );
    expect(found).toEqual([]);
  });

  describe.each(oneOfEachKind)('planted in what renders $body.kind', ({ path, body }) => {
    it.each(Object.entries(planted))('name file and pointer of %s', (_, value) => {
      const spec = { deep: [{ list: value }] };
      const bad = { ...body, metadata: { ...body.metadata, annotations: { 'a/b': value } }, spec };
      expect(check(own, path, bad).map(({ code, at }) => `${code} ${at}`)).toEqual([
        `FOREIGN_LITERAL ${path}#/metadata/annotations/a~1b`,
        `FOREIGN_LITERAL ${path}#/spec/deep/0/list`,
      ]);
    });
  });

  it('are found in keys too', () => {
    const body: Manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x' },
      data: { [other.id]: '' },
    };
    expect(check(own, 'f', body)).toMatchObject([{ at: `f#/data/${other.id}`, value: other.id }]);
  });

  it('are allowed only where a written exception lets writes cross the border', () => {
    const copy = clusterIn('production', standby.id);
    const body = (cidr: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'x' },
      cidr,
    });
    for (const cidr of other.network.database) {
      expect(check(copy, 'f', body(cidr))).toEqual([]);
      expect(check(own, 'f', body(cidr))).toHaveLength(1);
    }
    expect(check(copy, 'f', body(other.network.private[0]))).toHaveLength(1);
    const without = {
      ...fleet,
      exceptions: fleet.exceptions.filter(({ flow }) => flow !== 'write'),
    };
    const strict = foreignLiteralRules(copy, without);
    const planted = body(other.network.database[0]);
    expect(strict({ path: 'f', body: planted, text: textOf(planted) })).toHaveLength(1);
  });

  it('do not include 0.0.0.0/0, or numbers that only look like one', () => {
    const body: Manifest = {
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'x' },
      wide: ['0.0.0.0/0', '10.0.0.0/8', own.network.public[0], '1.2.3.4', 'v10.1.2', own.region.id],
    };
    expect(check(own, 'f', body)).toEqual([]);
  });
});
