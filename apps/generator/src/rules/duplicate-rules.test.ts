import type { ManifestFile } from '@bizflow/config';
import { expect, it } from 'vitest';
import { duplicateRules } from './duplicate-rules.ts';

const file = (path: string, name: string, namespace: string, apiVersion = 'v1'): ManifestFile => ({
  path,
  body: { apiVersion, kind: 'ConfigMap', metadata: { name, namespace } },
});

it('lets no two objects of a cluster share an identity', () => {
  const found = duplicateRules([file('a', 'x', 'n'), file('b', 'x', 'n')]);
  expect(found).toMatchObject([{ code: 'OBJECT_TWICE', at: 'b', value: 'v1 ConfigMap n x' }]);
});

it('lets no two renderers claim one path', () => {
  const found = duplicateRules([file('a', 'x', 'n'), file('a', 'y', 'n')]);
  expect(found).toMatchObject([{ code: 'PATH_CLAIMED_TWICE', at: 'a' }]);
});

it('takes the same name in another namespace, kind or version for another object', () => {
  expect(
    duplicateRules([file('a', 'x', 'n'), file('b', 'x', 'm'), file('c', 'x', 'n', 'v2')]),
  ).toEqual([]);
});
