import { type Problem, problem, unless } from '@bizflow/kernel';
import type { CollectorConfig, Pipeline } from '../platform/collector-config.ts';

/** The required order of processors; one that is not listed may be anywhere in between. */
const order = [
  'memory_limiter',
  'k8s_attributes',
  'filter',
  'tail_sampling',
  'cumulativetodelta',
  'batch',
];

const kindOf = (component: string): string => component.split('/')[0] ?? component;

const undefinedComponents = (config: CollectorConfig, at: string): readonly Problem[] =>
  Object.entries(config.service.pipelines).flatMap(([name, pipeline]) =>
    (['receivers', 'processors', 'exporters'] as const).flatMap((group) =>
      pipeline[group]
        .filter((component) => !Object.hasOwn(config[group], component))
        .map((component) =>
          problem({
            code: 'COLLECTOR_UNDEFINED',
            at: `${at}.service.pipelines.${name}.${group}`,
            value: component,
            reason: `is not defined under ${group}, so the collector would not start`,
            remedy: `define it under ${group}, or leave it out of the pipeline`,
          }),
        ),
    ),
  );

const misplaced = ({ processors }: Pipeline): string | undefined => {
  const known = processors.filter((processor) => order.includes(kindOf(processor)));
  return known.find(
    (processor, index) =>
      index > 0 && order.indexOf(kindOf(processor)) < order.indexOf(kindOf(known[index - 1] ?? '')),
  );
};

const wrongOrder = (config: CollectorConfig, at: string): readonly Problem[] =>
  Object.entries(config.service.pipelines).flatMap(([name, pipeline]) => {
    const processor = misplaced(pipeline);
    const place = `${at}.service.pipelines.${name}.processors`;
    return [
      ...unless(processor === undefined, {
        code: 'COLLECTOR_ORDER',
        at: place,
        value: processor,
        reason: 'is after a processor that must follow it',
        remedy: `order them ${order.join(', ')}`,
      }),
      ...unless(pipeline.processors[0] === 'memory_limiter', {
        code: 'COLLECTOR_UNLIMITED',
        at: place,
        value: pipeline.processors.join(', '),
        reason: 'does not start with memory_limiter',
        remedy: 'put memory_limiter first',
      }),
    ];
  });

// A head sampler would drop errors and slow requests before they are complete.
const earlySampling = (config: CollectorConfig, at: string): readonly Problem[] =>
  Object.keys(config.processors)
    .filter(
      (processor) => kindOf(processor).includes('sampl') && kindOf(processor) !== 'tail_sampling',
    )
    .map((processor) =>
      problem({
        code: 'COLLECTOR_SAMPLES_EARLY',
        at: `${at}.processors.${processor}`,
        value: processor,
        reason: 'samples before the trace is complete',
        remedy: 'leave the decision to tail_sampling in the sampler',
      }),
    );

/** What would keep a collector from starting, or make it lose what the document wants kept. */
export const collectorStarts = (config: CollectorConfig, at: string): readonly Problem[] => [
  ...undefinedComponents(config, at),
  ...wrongOrder(config, at),
  ...earlySampling(config, at),
];
