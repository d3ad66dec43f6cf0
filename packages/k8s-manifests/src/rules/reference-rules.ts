import type { Manifest } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';
import type { ClusterObjects } from './objects.ts';

/** Another object that an object names. */
interface Lead {
  readonly kind: string;
  readonly name: string;
  /** Its namespace; that of the object itself where nothing is said. */
  readonly namespace?: string;
}

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** A field that is the name of an object of one kind. */
const name =
  (kind: string) =>
  (value: unknown): readonly Lead[] =>
    typeof value === 'string' ? [{ kind, name: value }] : [];

/** A field with the name in it. */
const named =
  (kind: string) =>
  (value: unknown): readonly Lead[] =>
    isData(value) ? name(kind)(value.name) : [];

/** A field that says kind and name, and perhaps the namespace. */
const typed = (value: unknown): readonly Lead[] =>
  isData(value) && typeof value.kind === 'string' && typeof value.name === 'string'
    ? [
        {
          kind: value.kind,
          name: value.name,
          ...(typeof value.namespace === 'string' && { namespace: value.namespace }),
        },
      ]
    : [];

/** The fields by which objects name others, whatever the object; rules of releases have their own. */
const fields: ReadonlyMap<string, (value: unknown) => readonly Lead[]> = new Map(
  Object.entries({
    serviceAccountName: name('ServiceAccount'),
    // An OpenTelemetryCollector's; a chart's values have an object there.
    serviceAccount: name('ServiceAccount'),
    serviceAccountRef: named('ServiceAccount'),
    priorityClassName: name('PriorityClass'),
    secretRef: named('Secret'),
    secretKeyRef: named('Secret'),
    configMap: named('ConfigMap'),
    configMapRef: named('ConfigMap'),
    configMapKeyRef: named('ConfigMap'),
    secretStoreRef: typed,
    roleRef: typed,
    parameters: typed,
    nodeClassRef: typed,
    policyName: name('ValidatingAdmissionPolicy'),
    subjects: (value) =>
      Array.isArray(value)
        ? value.flatMap(typed).filter(({ kind }) => kind === 'ServiceAccount')
        : [],
  }),
);

/** What is in every cluster from the start. */
const builtIn: readonly string[] = [
  'PriorityClass system-cluster-critical',
  'PriorityClass system-node-critical',
  ...['admin', 'cluster-admin', 'edit', 'view'].map((role) => `ClusterRole ${role}`),
];

/** Every name of another object leads to one: that is rendered, or that External Secrets makes. */
export const namesLeadSomewhere = (objects: ClusterObjects): readonly Problem[] =>
  objects.files.flatMap(({ path, body }) =>
    // What a chart's values name is the chart's.
    (body.kind === 'Application' ? [] : leadsIn(body.spec ?? body))
      .filter(({ lead }) => !exists(lead, body.metadata.namespace ?? '', objects))
      .map(({ pointer, lead }) =>
        problem({
          code: 'NAME_UNKNOWN',
          at: `${path}#${body.spec === undefined ? '' : '/spec'}${pointer}`,
          value: lead.name,
          reason: `is not a ${lead.kind} of this cluster`,
          remedy: 'render the object, or correct the name',
        }),
      ),
  );

interface Named {
  readonly pointer: string;
  readonly lead: Lead;
}

function leadsIn(body: unknown): readonly Named[] {
  const found: Named[] = [];
  if (isData(body)) gatherLeads(body, '', found);
  return found;
}

// One list for all members, as in pods.ts.
function gatherLeads(value: Data, pointer: string, found: Named[]): void {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      if (isData(member)) gatherLeads(member, `${pointer}/${index}`, found);
    }
    return;
  }
  for (const key of Object.keys(value)) {
    const member = value[key];
    const leads = fields.get(key)?.(member) ?? [];
    for (const lead of leads) found.push({ pointer: `${pointer}/${key}`, lead });
    if (isData(member)) gatherLeads(member, `${pointer}/${key}`, found);
  }
}

const exists = ({ kind, name, namespace }: Lead, home: string, objects: ClusterObjects): boolean =>
  builtIn.includes(`${kind} ${name}`) ||
  [namespace ?? home, ''].some((place) => objects.named(kind, place, name) !== undefined) ||
  (kind === 'Secret' && isCopied(name, home, objects));

const isCopied = (name: string, namespace: string, objects: ClusterObjects): boolean =>
  objects
    .inNamespace<Manifest>('ExternalSecret', namespace)
    .some(({ body }) => (body.spec as { target?: Data }).target?.name === name);
