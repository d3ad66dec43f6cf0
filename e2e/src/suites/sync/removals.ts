import { applications } from './applications.ts';
import { patiently } from './patience.ts';
import { allSettled } from './settled.ts';
import { fileOf, reference, refresh, type Scenario, type Stage, says, terminate } from './stage.ts';

export const pruned: Scenario = {
  sentence:
    'an object that goes from Git goes from the cluster, and one that needs a word waits for it',
  play: async (stage) => {
    const { git, plane, folder } = stage;
    const [policy, home] = [
      fileOf(stage, 'platform/telemetry/networkpolicy-allow-aws.yaml'),
      fileOf(stage, 'platform/telemetry/namespace-observability.yaml'),
    ];
    const less = git.push('Less', { [policy.path]: null });
    await refresh(stage, ['telemetry']);
    await patiently(
      plane.api,
      'the policy is gone',
      async () => (await plane.api.read(policy.body)) === undefined,
    );
    const far = git.push('Too far', { [home.path]: null });
    await refresh(stage, ['telemetry']);
    await says(
      stage,
      'telemetry',
      'asks for a word',
      ({ phase, message }) => phase === 'Running' && message.includes('confirm'),
    );
    const kept = await plane.api.read(home.body);
    // The word is no: Git says again that the namespace stays, and a person ends what waits.
    git.revert(far);
    await terminate(stage, 'telemetry');
    await says(stage, 'telemetry', 'has ended its sync', ({ phase }) => phase === 'Failed');
    git.revert(less);
    await refresh(stage, ['telemetry']);
    return [
      ...(kept === undefined ? ['the namespace is gone'] : []),
      ...(await allSettled(plane.api, folder)),
    ];
  },
};

const component = 'fargate-logging';

const leftOf = async ({ plane, folder }: Stage): Promise<readonly string[]> => {
  const there = await Promise.all(
    folder.files
      .filter(({ path }) => path.startsWith(`gitops/${folder.id}/platform/${component}/`))
      .map(async ({ body }) => ({ body, found: await plane.api.read(body) })),
  );
  return there.flatMap(({ body: { kind, metadata }, found }) =>
    found === undefined ? [] : [`${kind} ${metadata.name}`],
  );
};

export const removed: Scenario = {
  sentence:
    'a component that goes from the root takes its objects along, once a person confirms it',
  play: async (stage) => {
    const { git, plane, folder } = stage;
    const files = folder.files.filter(
      ({ path }) =>
        path.startsWith(`gitops/${folder.id}/platform/${component}/`) ||
        path === `gitops/${folder.id}/bootstrap/application-${component}.yaml`,
    );
    const before = await leftOf(stage);
    const commit = git.push(
      'Without it',
      Object.fromEntries(files.map(({ path }) => [path, null])),
    );
    await refresh(stage, ['root']);
    await patiently(plane.api, `${component} waits for a word`, async () => {
      const found = await plane.api.read(reference(component));
      return found?.metadata.deletionTimestamp !== undefined;
    });
    const waiting = await leftOf(stage);
    const approved = { 'argocd.argoproj.io/deletion-approved': new Date().toISOString() };
    await plane.api.merge(reference(component), { metadata: { annotations: approved } });
    await patiently(plane.api, `${component} is gone with its objects`, async () => {
      const names = (await applications(plane.api)).map(({ name }) => name);
      return !names.includes(component) && (await leftOf(stage)).length === 0;
    });
    git.revert(commit);
    await refresh(stage, ['root']);
    return [
      ...(before.join() === waiting.join() ? [] : [`before the word there was only ${waiting}`]),
      ...(await allSettled(plane.api, folder)),
    ];
  },
};
