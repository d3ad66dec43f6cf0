import { type Problem, problem } from '@bizflow/kernel';
import { App, DependencyGraph } from 'cdk8s';
import { Construct } from 'constructs';
import { type BootstrapStep, bootstrapSteps } from '../platform/bootstrap-steps.ts';

/** Each step of the bootstrap waits for steps that exist, and for none that waits for it. */
export const orderRules = (
  steps: readonly BootstrapStep[] = bootstrapSteps,
): readonly Problem[] => {
  const app = new App();
  const constructs = new Map(steps.map(({ name }) => [name, new Construct(app, name)]));
  const unknown = steps.flatMap(({ name, after }) =>
    after.flatMap((other) => {
      const before = constructs.get(other);
      if (before === undefined) return [unknownStep(name, other)];
      // cdk8s looks for longer routes only.
      if (other === name) return [cycle(`${name} => ${name}`)];
      constructs.get(name)?.node.addDependency(before);
      return [];
    }),
  );
  return [...unknown, ...cycles(app)];
};

const unknownStep = (name: string, other: string): Problem =>
  problem({
    code: 'ORDER_UNKNOWN',
    at: `bootstrap.${name}.after`,
    value: other,
    reason: 'is not the name of a controller or component',
    remedy: 'use a name from controllers.ts or components.ts',
  });

// cdk8s says so by an error, with the route.
const cycles = (app: App): readonly Problem[] => {
  try {
    new DependencyGraph(app.node);
    return [];
  } catch (thrown) {
    const [, route] = /^Dependency cycle detected: (.*)$/.exec(String(messageOf(thrown))) ?? [];
    if (route === undefined) throw thrown;
    return [cycle(route)];
  }
};

const cycle = (route: string): Problem =>
  problem({
    code: 'ORDER_CYCLE',
    at: 'bootstrap',
    value: route,
    reason: 'wait for each other, so none of them would be synced',
    remedy: 'remove one of these names from `after` in controllers.ts or components.ts',
  });

const messageOf = (thrown: unknown): unknown => (thrown instanceof Error ? thrown.message : thrown);
