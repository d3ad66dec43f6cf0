import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { placeLabels } from '../labels.ts';
import type { OrderedChart } from '../synth.ts';
import type { Component, Context } from './component.ts';

/** The objects of one component; nothing in it waits for the health of anything else. */
export const componentChart = (
  scope: Construct,
  { name, namespace, fill }: Component,
  context: Context,
): OrderedChart => {
  const chart = new Chart(scope, name, { namespace, labels: placeLabels(context.cluster) });
  fill(chart, context);
  return { chart };
};
