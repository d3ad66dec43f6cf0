import { fieldChanges } from '@bizflow/changes';
import { changedObjects, isMadeAgain, refusedFields } from '@bizflow/changes/testing';
import type { Manifest } from '@bizflow/config';
import { type Api, type Live, stored } from '../../harness/api.ts';
import { answerTo } from './answer.ts';
import type { Past } from './history.ts';

/** What became of one commit: how many objects a server was asked about, and where it says otherwise than plan. */
export interface Judged {
  readonly asked: number;
  readonly refused: number;
  /** Objects of which today's definitions take neither side. */
  readonly invalid: number;
  readonly against: readonly string[];
}

/** Applies what a commit found, object by object, and asks by dry run about what it made of it. */
export async function judged(api: Api, { before, after }: Past): Promise<Judged> {
  const sum = { asked: 0, refused: 0, invalid: 0, against: [] as string[] };
  for (const change of changedObjects(before, after)) {
    const [was, is] = [change.before as Manifest | undefined, change.after as Manifest | undefined];
    // One that comes or goes has no field that may not change; the sync suite has what Argo CD makes of it.
    if (was === undefined || is === undefined) continue;
    const base = await applied(api, was);
    const answer = base && (await answerTo(api, was, is));
    if (base === undefined || answer === undefined || answer.is === 'invalid') {
      sum.invalid += 1;
      continue;
    }
    sum.asked += 1;
    const isNamed = refusedFields(change.path, was, is).length > 0;
    // What Argo CD deletes first is not changed in place.
    const isAgain = change.after !== undefined && isMadeAgain(change.after);
    const isRefused = answer.is === 'refused' && !isAgain;
    if (isRefused) sum.refused += 1;
    if (isNamed !== isRefused) {
      const said = isNamed ? 'plan warns of it' : 'plan does not warn of it';
      sum.against.push(`${change.name}: is ${answer.is}, and ${said} ${answer.why}`);
    }
    if (answer.is === 'taken') {
      const fields = change.fields.map(({ field }) => field);
      sum.against.push(
        ...(await otherParts(api, base, is, fields)).map((one) => `${change.name}: ${one}`),
      );
    }
  }
  return sum;
}

/** An object as it was; in place of what is there, where the server would not change that into it. */
async function applied(api: Api, object: Manifest): Promise<Live | undefined> {
  const { namespace } = object.metadata;
  if (namespace !== undefined) {
    const home = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } };
    if ((await api.read(home)) === undefined) stored(await api.apply(home));
  }
  const first = await api.apply(object);
  if ('stored' in first) return first.stored;
  await api.remove(object);
  const second = await api.apply(object);
  return 'stored' in second ? second.stored : undefined;
}

/** The parts of an object that a server changes although plan does not say so, and the other way round. */
async function otherParts(
  api: Api,
  base: Live,
  head: Manifest,
  fields: readonly string[],
): Promise<readonly string[]> {
  const live = stored(await api.apply(head, 'dry run'));
  const seen = new Set(fieldChanges(bare(base), bare(live)).map(({ field }) => partOf(field)));
  const said = new Set(fields.map(partOf));
  return [
    ...[...seen]
      .filter((part) => !said.has(part))
      .map((part) => `the server changes ${part}, and plan does not say so`),
    ...[...said]
      .filter((part) => !seen.has(part))
      .map((part) => `plan says that ${part} changes, and the server sees none`),
  ];
}

/** `/metadata/labels`, `/spec/template`: what restarts something, or moves alone. */
const partOf = (field: string): string => field.split('/').slice(0, 3).join('/');

/** An object without what a server and its controllers write into each: a Deployment's revision comes when it may. */
const bare = ({ status: _, metadata, ...object }: Live): object => {
  const { uid, resourceVersion, generation, creationTimestamp, managedFields, ...own } =
    metadata as Live['metadata'] & Record<string, unknown>;
  const { 'deployment.kubernetes.io/revision': _revision, ...annotations } = own.annotations ?? {};
  return { ...object, metadata: { ...own, annotations } };
};
