import { type Cluster, clusters, type Manifest } from '@bizflow/config';
import { clusterFiles } from '@bizflow/k8s-manifests';
import { describe, expect, it } from 'vitest';
import { serialize } from '../serialize.ts';
import { realFleet } from '../testing/fleet.ts';
import { foreignLiterals } from './foreign-literals.ts';

const fleet = realFleet();
const all = clusters(fleet);
const clusterOf = (id: string): Cluster => {
  const found = all.find((cluster) => cluster.id === id);
  if (found === undefined) throw new Error(`no cluster ${id}`);
  return found;
};
const london = clusterOf('production/eu-west-2');

const india = fleet.catalog['ap-south-1'].network;

const textOf = (body: Manifest): string => serialize({ path: 'f.yaml', body });

const check = (cluster: Cluster, path: string, body: Manifest) =>
  foreignLiterals(cluster, fleet)({ path, body, text: textOf(body) });

/** One object of each kind, as London's renderers make it. */
const oneOfEachKind = Object.values(
  Object.fromEntries(clusterFiles(london, fleet).map((file) => [file.body.kind, file])),
);

const planted = {
  'a region': 'ap-south-1',
  'a zone of another region': 'ap-south-1b',
  'a host of another region': 'https://aps-workspaces.me-south-1.amazonaws.com',
  'a network of another region': india.database[0],
  'an address of another region': '10.2.0.7',
  "staging's network": '10.101.1.0/24',
  "another account's role": `arn:aws:iam::${fleet.minted.accounts.staging.value}:role/api`,
  'a key of another region': `arn:aws:kms:ap-south-1:${london.account}:key/1`,
  "another account's registry": '999999999999.dkr.ecr.eu-west-2.amazonaws.com/bizflow/api',
};

describe('foreign literals', () => {
  it('stand in no file of the real fleet', () => {
    const found = all.flatMap((cluster) =>
      clusterFiles(cluster, fleet).flatMap(({ path, body }) => check(cluster, path, body)),
    );
    expect(found).toEqual([]);
  });

  describe.each(oneOfEachKind)('planted in what renders $body.kind', ({ path, body }) => {
    it.each(Object.entries(planted))('name file and pointer of %s', (_, value) => {
      const spec = { deep: [{ list: value }] };
      const bad = { ...body, metadata: { ...body.metadata, annotations: { 'a/b': value } }, spec };
      expect(check(london, path, bad).map(({ code, at }) => `${code} ${at}`)).toEqual([
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
      data: { 'ap-south-1': '' },
    };
    expect(check(london, 'f', body)).toMatchObject([
      { at: 'f#/data/ap-south-1', value: 'ap-south-1' },
    ]);
  });

  it('are allowed only where a written exception lets writes cross the border', () => {
    const singapore = clusterOf('production/ap-southeast-1');
    const body = (cidr: string): Manifest => ({
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'x' },
      cidr,
    });
    for (const cidr of india.database) {
      expect(check(singapore, 'f', body(cidr))).toEqual([]);
      expect(check(london, 'f', body(cidr))).toHaveLength(1);
    }
    expect(check(singapore, 'f', body(india.private[0]))).toHaveLength(1);
    const without = {
      ...fleet,
      exceptions: fleet.exceptions.filter(({ flow }) => flow !== 'write'),
    };
    const strict = foreignLiterals(singapore, without);
    const planted = body(india.database[0]);
    expect(strict({ path: 'f', body: planted, text: textOf(planted) })).toHaveLength(1);
  });

  it('do not include blocks that hold the whole world, or numbers that only look alike', () => {
    const body: Manifest = {
      apiVersion: 'v1',
      kind: 'X',
      metadata: { name: 'x' },
      wide: [
        '0.0.0.0/0',
        '10.0.0.0/8',
        london.network.public[0],
        '1.2.3.4',
        'v10.1.2',
        'eu-west-2',
      ],
    };
    expect(check(london, 'f', body)).toEqual([]);
  });
});
