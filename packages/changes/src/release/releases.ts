import type { FieldChange } from '../difference/field-change.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { byField, comes, goes, ofField, ofObject, stays } from '../effects-of.ts';

const isRollout = ({ kind }: ObjectChange): boolean => kind === 'Rollout';

/** Whether a field is of the pods themselves: a controller makes new ones when it changes. */
const isOfPods = ({ field }: FieldChange): boolean => /^\/spec\/template(\/|$)/.test(field);

/** Whether a change makes new pods of an object. */
const makesPods = (one: ObjectChange): boolean => stays(one) && one.fields.some(isOfPods);

/** A Rollout's changed pod template starts a canary. */
export const canary = rule('release/canary', ({ objects }) =>
  objects
    .filter(isRollout)
    .filter(makesPods)
    .map((one) => ofObject(one, 'starts a canary')),
);

/** The first version of a service has nothing to be compared with. */
export const arrival = rule('release/arrival', ({ objects }) =>
  objects
    .filter(isRollout)
    .filter(comes)
    .map((one) => ofObject(one, 'comes, and its first version has no canary')),
);

/** A folder that disappears deletes nothing (decision 0002). */
export const departure = rule('release/departure', ({ objects }) =>
  objects
    .filter(isRollout)
    .filter(goes)
    .map((one) => ofObject(one, 'is no longer rendered, and its pods keep running')),
);

/** How the next release is judged and stepped. */
export const policy = rule(
  'release/policy',
  byField(
    /^Rollout$/,
    /^\/spec\/(?!template|selector|replicas)/,
    'steps or judges its releases otherwise, from the next one on',
  ),
);

const restarted: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** What the operator of collectors puts beside their pods, and not into them. */
const ofCollectorPods =
  /^\/spec\/(?!networkPolicy|autoscaler|replicas|podDisruptionBudget|observability|upgradeStrategy|managementState|ingress)/;

/** Pods that are replaced without a canary. */
export const restart = rule('release/restart', ({ objects }) => [
  ...objects
    .filter(({ kind }) => restarted.includes(kind))
    .filter(makesPods)
    .map((one) => ofObject(one, 'restarts its pods without a canary')),
  ...objects
    .filter((one) => one.kind === 'OpenTelemetryCollector' && stays(one))
    .filter(({ fields }) => fields.some(({ field }) => ofCollectorPods.test(field)))
    .map((one) => ofObject(one, 'restarts its pods without a canary')),
]);

/** What a person looks for first: the version of a chart, then that of its image. */
const telling = ({ field }: FieldChange): number =>
  field.endsWith('/targetRevision') ? 0 : /\/(?:image|tag|version)(?:\/|$)/i.test(field) ? 1 : 2;

/** A chart whose version or values change brings a controller with new pods. */
export const controller = rule('release/controller', (change) => [
  ...byField(
    /^CustomResourceDefinition$/,
    /^\/spec\//,
    'has its objects checked or served otherwise',
  )(change),
  ...change.objects
    .filter((one) => one.kind === 'Application' && stays(one))
    .flatMap((one) =>
      one.fields
        .filter(({ field }) => /^\/spec\/sources?(\/|$)/.test(field))
        .toSorted((a, b) => telling(a) - telling(b))
        .slice(0, 1)
        .map((field) =>
          ofField(
            one,
            field,
            field.field.endsWith('/targetRevision')
              ? 'gets another version of its chart'
              : 'gets other values of its chart',
          ),
        ),
    ),
]);
