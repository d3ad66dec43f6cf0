import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@bizflow/config';
import { publicKeyPem } from '@bizflow/config/delivery';
import { policyController } from '@bizflow/config/platform';
import { committed } from '@bizflow/config/testing';
import { type Installed, play, prelude } from '../../fleet/install.ts';
import { production } from '../../fleet/live.ts';
import { steps } from '../../fleet/waves.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { egress } from '../../harness/egress.ts';
import { type Bench, nothing, type Suite } from '../../suite.ts';
import { isStill } from '../accept/accept.ts';
import { podOf } from '../accept/pods.ts';
import { leadsTo, startController } from './controller.ts';
import { imagesAreJudged } from './images.ts';
import { outage } from './outage.ts';
import { type Registry, registry } from './registry.ts';

/** Images and the admission that knows their signatures, in one production cluster. */
export const signing: Suite = {
  name: 'signing',
  proves: 'a real policy-controller admits what the pipeline signs, and refuses everything else',
  missing: nothing,
  tools: ['policy-controller', 'cosign'],
  run: async (bench) => {
    const way = await egress();
    await bench
      .cluster(
        'signing',
        async (plane) => {
          way.open(leadsTo(plane.api));
          await rehearse(bench, plane);
        },
        [way.flag],
      )
      .finally(() => way.stop());
  },
};

async function rehearse(bench: Bench, plane: ControlPlane): Promise<void> {
  const { definitions, clusters, holds, count } = bench;
  const own = await registry(plane);
  await prelude(plane.api, definitions);
  const plan = steps(production(clusters));
  const installed = await play(plane.api, definitions, plan, (object) => here(object, own));
  count(installed.length);
  holds(
    'everything is applied before the webhook runs once',
    installed.flatMap(({ path, applied }) =>
      'rejection' in applied ? [`${path}: ${applied.rejection.message}`] : [],
    ),
  );
  const find = named(installed);
  const deployment = find('Deployment', 'policy-controller');
  const stop = await startController(plane, deployment);
  const pod = podOf(find('Rollout', 'api'));
  const images = await imagesAreJudged(bench, plane, own, pod);
  holds(
    'Argo CD finds nothing to change in what the controller filled in',
    await still(installed, plane),
  );
  holds('its account has every right that it asks for', forbidden(plane));
  await outage(bench, plane, {
    ...images,
    pod,
    deployment,
    stop,
    namespace: find('Namespace', 'bizflow-api'),
  });
}

/** The same object with the registry and the key of this rehearsal. */
function here(object: Manifest, { host, publicKey }: Registry): Manifest {
  const registries = /\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com/g;
  const pem = (text: string) => JSON.stringify(text).slice(1, -1);
  const text = JSON.stringify(object)
    .replaceAll(registries, host)
    .replaceAll(pem(publicKeyPem(committed.assigned.signing.images)), pem(publicKey));
  return JSON.parse(text);
}

/** What the API server refused to the controller, in its log. */
const forbidden = ({ server }: ControlPlane): readonly string[] =>
  readFileSync(join(server.folder, `${policyController.name}.log`), 'utf8')
    .split('\n')
    .filter((line) => /is forbidden|cannot (get|list|watch|create|update|patch)/.test(line));

const named = (installed: readonly Installed[]) => (kind: string, name: string) => {
  const found = installed.find(
    ({ object }) => object.kind === kind && object.metadata.name === name,
  );
  if (found === undefined) throw new RangeError(`no ${kind} ${name}`);
  return found.object;
};

async function still(
  installed: readonly Installed[],
  { api }: ControlPlane,
): Promise<readonly string[]> {
  const ours = installed.filter(({ path }) =>
    /\/platform\/(policy-controller|image-signatures)\//.test(path),
  );
  const problems: string[] = [];
  for (const { path, object } of ours) {
    if (!(await isStill(api, object))) problems.push(`${path}: changed`);
  }
  return ours.length > 10 ? problems : [`only ${ours.length} objects`];
}
