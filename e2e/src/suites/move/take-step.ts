import { problemsOf } from '../../harness/e2e-error.ts';
import { carriedOut, commandsFor } from './acts.ts';
import { astray } from './astray.ts';
import { type Checkout, folderOf } from './checkout.ts';
import { type Course, type End, folderAt, pushStep, sightsOf } from './course.ts';
import { lost, outlives, stopped, unlike } from './judge.ts';
import { pull } from './pull.ts';
import { type Sight, sightOf, wantedBy } from './sight.ts';

/** Takes a step: it is pushed, both Argo CDs pull it, and people do what is theirs. Each claim is looked at on the way. */
export async function takeStep(course: Course, now: Checkout): Promise<void> {
  const holds: Holds = (sentence, against) =>
    course.bench.holds(`${now.step}: ${sentence}`, against);
  pushStep(course, now);
  const before = sightsOf(course);
  holds('both Argo CDs pull it, and all is Synced and Healthy', await pulled(course, now));
  await look(course);
  const pairs = before.map((sight, index) => [sight, sightsOf(course)[index] ?? sight] as const);
  holds(
    'the pull alone deletes nothing that holds data',
    pairs.flatMap(([was, is]) => lost(was, is)),
  );
  holds(
    'and ends nothing that runs or answers',
    pairs.flatMap(([was, is]) => stopped(was, is)),
  );
  await peopleAct(course, now, holds);
  holds(
    'each cluster runs and answers what the step says, and no more',
    course.ends.flatMap((end) =>
      end.isDrained ? outlives(end.sight) : unlike(end.sight, wantedBy(folderOf(now, end.id))),
    ),
  );
  holds(
    'every country is answered by the one cluster that DNS leads it to, whether the global root is applied or not yet',
    answered(course, now, sightsOf(course)),
  );
  course.last = now;
}

type Holds = (sentence: string, against: readonly string[]) => void;

/** What people do in the cluster that is left, if the step asks for anything there. */
async function peopleAct(course: Course, now: Checkout, holds: Holds): Promise<void> {
  const end = course.ends.find(({ id }) => id === course.from);
  const commands = commandsOf(course, now);
  if (end === undefined || commands.length === 0) return;
  const was = end.sight;
  holds('what people do in the cluster succeeds', await done(end, commands));
  await look(course);
  const namespaces = leaving(course, now, end.id);
  holds(
    'it takes the services along, and nothing else that holds data',
    lost(was, end.sight, (object) => isOf(object, namespaces)),
  );
}

async function pulled({ ends, last }: Course, now: Checkout): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { id, raised, isDrained } of ends) {
    // The Argo CD of a drained cluster was stopped, so nothing is pulled there.
    if (isDrained) continue;
    const work = pull(raised.stage, folderOf(last, id) ?? folderAt(now, id), folderOf(now, id));
    left.push(...(await problemsOf(work)).map((problem) => `${id}: ${problem}`));
  }
  return left;
}

async function look({ ends }: Course): Promise<void> {
  for (const end of ends) end.sight = await sightOf(end.raised.stage.plane.api, end.id);
}

const commandsOf = ({ from }: Course, { told }: Checkout): readonly string[] => {
  const name = told.clusters.find(({ id }) => id === from)?.name;
  return name === undefined ? [] : commandsFor(told.acts, name);
};

async function done(end: End, commands: readonly string[]): Promise<readonly string[]> {
  end.isDrained = true;
  return problemsOf(carriedOut(end.raised.stage.plane, commands).then(() => []));
}

/** The namespaces that a step takes out of a cluster's folder. */
const leaving = ({ last }: Course, now: Checkout, id: string): readonly string[] => {
  const [was, is] = [last, now].map((at) =>
    (folderOf(at, id)?.files ?? [])
      .filter(({ body }) => body.kind === 'Namespace')
      .map(({ body }) => body.metadata.name),
  );
  return (was ?? []).filter((name) => !is?.includes(name));
};

const isOf = (object: string, namespaces: readonly string[]): boolean =>
  namespaces.some((name) => object === `Namespace ${name}` || object.includes(` ${name}/`));

const answered = (
  { before, last, from, to }: Course,
  now: Checkout,
  sights: readonly Sight[],
): readonly string[] =>
  [last, now].flatMap(({ step, told }) =>
    astray({
      ...{ answers: told.answers, before: before.told.answers, sights },
      ends: [from, to],
      hosts: { ...last.told.hosts, ...now.told.hosts },
      mayWait: step === 'hold' ? (before.told.hosts[from] ?? null) : null,
    }).map((problem) => `DNS of ${step}: ${problem}`),
  );
