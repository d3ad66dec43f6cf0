import { describe, expect, it } from 'vitest';
import { idIn, stateIn } from './state.ts';

const one = (more: object, ...instances: object[]) => ({
  ...{ mode: 'managed', type: 'aws_kms_key', name: 'this', instances },
  ...more,
});
const pulled = (...resources: object[]): string =>
  JSON.stringify({ version: 4, outputs: { a: { value: ['x'], type: 'string' } }, resources });

describe('a state', () => {
  it('gives each resource by its address, with its key and module', () => {
    const state = stateIn(
      pulled(
        one({}, { attributes: { id: '1' } }),
        one(
          { module: 'module.x["a"]' },
          { index_key: 'b', attributes: { id: '2' } },
          { index_key: 0 },
        ),
      ),
    );
    expect(state.held.map(({ address }) => address)).toEqual([
      'aws_kms_key.this',
      'module.x["a"].aws_kms_key.this["b"]',
      'module.x["a"].aws_kms_key.this[0]',
    ]);
    expect(idIn(state, 'aws_kms_key.this["b"]')).toBe('2');
    expect(idIn(state, 'aws_kms_key.this[0]')).toBeUndefined();
    expect(state.outputs).toEqual({ a: ['x'] });
  });

  it('leaves out what is half made or looked up', () => {
    const half = one({}, { status: 'tainted', attributes: { id: '1' } });
    expect(stateIn(pulled(half, one({ mode: 'data' }, {}))).held).toEqual([]);
  });

  it('is empty before the first apply, where Terraform prints nothing', () => {
    expect(stateIn('')).toEqual({ held: [], outputs: {} });
  });
});
