import { catalogDocument } from '@bizflow/region-catalog/document';
import { expect, it } from 'vitest';
import { catalogShapeRules } from './catalog-shape-rules.ts';

it('finds nothing in the catalog', () => {
  expect(catalogShapeRules()).toEqual([]);
});

it('names what differs from the published schema', () => {
  const document = { ...catalogDocument(), apiVersion: 'catalog.bizflow.app/v9' };
  expect(catalogShapeRules(() => document).map(({ at }) => at)).toEqual(['apiVersion']);
});

it('looks at the parts of a catalog of which no document can be made', () => {
  const broken = () => {
    throw new RangeError('no region takes AF');
  };
  expect(catalogShapeRules(broken)).toEqual([]);
});
