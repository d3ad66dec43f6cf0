import type { FieldChange } from '../difference/field-change.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { byFate, byField, eachField, ofObject, stays } from '../effects-of.ts';

const admission =
  /^(?:ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|ValidatingWebhookConfiguration|MutatingWebhookConfiguration|ClusterImagePolicy)$/;

/** What the API server lets in. */
export const admitted = rule('security/admission', (change) => [
  ...change.objects
    .filter(({ kind }) => admission.test(kind))
    .map((one) =>
      ofObject(
        one,
        byFate(one, [
          'is asked at admission',
          'is no longer asked at admission',
          'admits otherwise',
        ]),
      ),
    ),
  ...byField(
    /^Namespace$/,
    /pod-security\.kubernetes\.io/,
    'holds its pods to another security level',
  )(change),
]);

const bounds = /^\/spec\/(?:sourceRepos|destinations|\w+(?:White|Black)list|signatureKeys)(\/|$)/;

/** A project asks whether any member of such a list fits: their order says nothing. */
const isInOtherOrder = ({ before, after }: FieldChange): boolean => {
  const [was, is] = [before, after].map((list) =>
    Array.isArray(list) ? list.map((member) => JSON.stringify(member)).sort() : undefined,
  );
  return was !== undefined && JSON.stringify(was) === JSON.stringify(is);
};

/** What the Applications of a project may bring, from where and to where. */
export const projects = rule('security/project', ({ objects }) =>
  eachField(
    objects.filter((one) => one.kind === 'AppProject' && stays(one)),
    (field) => bounds.test(field.field) && !isInOtherOrder(field),
    'lets its Applications bring other things, or elsewhere',
  ),
);

const rbac = 'rbac.authorization.k8s.io';

type Rights = ReadonlySet<string>;

/** The rights of a Role: `get pods`, or `bound to User x`. */
const rightsOf = (object: ObjectChange['after']): Rights => {
  const lists = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.map(String) : [];
  const rules: readonly Readonly<Record<string, unknown>>[] = object?.rules ?? [];
  const subjects: readonly Readonly<Record<string, string>>[] = object?.subjects ?? [];
  return new Set([
    ...rules.flatMap(({ apiGroups, resources, verbs, resourceNames, nonResourceURLs }) =>
      lists(verbs).flatMap((verb) =>
        [...lists(resources), ...lists(nonResourceURLs)].flatMap((what) =>
          (lists(apiGroups).length === 0 ? [''] : lists(apiGroups)).map((group) => {
            const names = lists(resourceNames);
            const only = names.length === 0 ? '' : ` named ${names.join(', ')}`;
            return `${verb} ${what}${group === '' ? '' : `.${group}`}${only}`;
          }),
        ),
      ),
    ),
    ...subjects.map(({ kind, namespace, name, apiGroup = rbac }) =>
      [
        apiGroup === rbac ? kind : `${kind}.${apiGroup}`,
        namespace === undefined ? name : `${namespace}/${name}`,
        'is bound',
      ].join(' '),
    ),
  ]);
};

/** Rights in a cluster's own API that are gained or lost. */
export const rights = rule('security/rbac', ({ objects }) =>
  objects
    .filter(({ kind }) => /^(?:Cluster)?Role(?:Binding)?$/.test(kind))
    .flatMap((one) => {
      const [was, is] = [rightsOf(one.before), rightsOf(one.after)];
      return [
        ...[...is]
          .filter((right) => !was.has(right))
          .map((right) => ofObject(one, `gains: ${right}`)),
        ...[...was]
          .filter((right) => !is.has(right))
          .map((right) => ofObject(one, `loses: ${right}`)),
      ];
    }),
);
