import type { Tree } from '@nx/devkit';
import type { PinChartsOptions } from '../../charts/pin-charts.ts';
import { given } from '../../given.ts';
import { load } from '../../load.ts';
import { writing } from '../../write-changes.ts';
import schema from './schema.json' with { type: 'json' };

/** `nx generate @bizflow/generator:pin-charts`: the only command that runs Helm. */
export default writing(
  given(schema, async (tree: Tree, options: PinChartsOptions) => {
    const { pinCharts } = await load(
      'charts/pin-charts.ts',
      () => import('../../charts/pin-charts.ts'),
    );
    return pinCharts(tree, options);
  }),
);
