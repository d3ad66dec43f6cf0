import type { Tree } from '@nx/devkit';
import type { PinChartsOptions } from '../../charts/pin-charts.ts';
import { load } from '../../load.ts';
import { writing } from '../../write-changes.ts';

/** `nx generate @bizflow/generator:pin-charts`: the only command that runs Helm. */
export default writing(async (tree: Tree, options: PinChartsOptions) => {
  const { pinCharts } = await load(
    'charts/pin-charts.ts',
    () => import('../../charts/pin-charts.ts'),
  );
  return pinCharts(tree, options);
});
