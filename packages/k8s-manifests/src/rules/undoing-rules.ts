import { controllers, controllerUndoes, type Undoing } from '@bizflow/config/platform';
import { inJson, type Problem, unless, valueAt } from '@bizflow/kernel';
import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { ClusterObjects } from './objects.ts';

/** What is rendered stays in force: each controller that would undo a part of it is kept from it. */
export const controllersUndoNothing = (objects: ClusterObjects): readonly Problem[] =>
  controllerUndoes.flatMap((undoing: Undoing) => [
    ...wasRead(undoing),
    ...placesOf(undoing, objects).flatMap(({ at, value }) =>
      unless(Array.isArray(value) ? value.includes(undoing.value) : value === undoing.value, {
        code: 'CONTROLLER_UNDOES',
        at: `${at}${undoing.pointer}`,
        value: inJson(value),
        reason: `lets ${undoing.controller} write ${undoing.writes}`,
        remedy: `set it to ${undoing.value}`,
      }),
    ),
  ]);

/** Problems when another version of the controller is pinned than the one that was read. */
export const wasRead = ({ controller, chart }: Undoing): readonly Problem[] => {
  const pinned = controllers.find(({ name }) => name === controller)?.chart.version;
  return unless(pinned === chart, {
    code: 'CONTROLLER_UNREAD',
    at: `controllerUndoes.${controller}`,
    value: chart,
    reason: `is the chart whose source was read, but ${pinned} is pinned`,
    remedy: 'read what the new version writes by itself, and correct controller-undoes.ts',
  });
};

interface Place {
  readonly at: string;
  readonly value: unknown;
}

const placesOf = (undoing: Undoing, objects: ClusterObjects): readonly Place[] => {
  if (undoing.in !== 'values') {
    return objects
      .ofKind<unknown>(undoing.in.kind)
      .map(({ path, body }) => ({ at: `${path}#`, value: valueAt(body, undoing.pointer) }));
  }
  return objects
    .ofKind<IApplication>('Application')
    .filter(({ name }) => name === undoing.controller)
    .map(({ path, body }) => ({
      at: `${path}#/spec/source/helm/valuesObject`,
      value: valueAt(body.spec.source?.helm?.valuesObject, undoing.pointer),
    }));
};
