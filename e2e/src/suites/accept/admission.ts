import type { Manifest } from '@bizflow/config';
import type { Api } from '../../harness/api.ts';
import { notRejected, type Pod, podOf, refusing, rejectionOf } from './pods.ts';

/** The same pod with another image. */
export const withImage = (pod: Pod, image: string): Pod => ({
  ...pod,
  spec: { ...pod.spec, containers: [{ ...pod.spec.containers[0], image }] },
});

const withInit = (pod: Pod, image: string): Pod => {
  const { securityContext, resources } = pod.spec.containers[0];
  const init = { name: 'init', image, securityContext, resources };
  return { ...pod, spec: { ...pod.spec, initContainers: [init] } };
};

const without = <T extends Manifest>(object: T, label: string): T => {
  const { [label]: _, ...labels } = object.metadata.labels ?? {};
  return { ...object, metadata: { ...object.metadata, labels } };
};

/** Problems with the admission policies of a cluster, tried with one Rollout and its pod. */
export async function admissionProblems(api: Api, rollout: Manifest): Promise<readonly string[]> {
  const pod = podOf(rollout);
  const { image } = pod.spec.containers[0];
  const [repository = '', digest = ''] = image.split('@');
  const foreign = `docker.io/bizflow/api@${digest}`;
  await refusing(api, withImage(pod, foreign));
  await refusing(api, without(pod, 'bizflow.io/region'));
  const policed = Object.keys(rollout.metadata.labels ?? {}).filter((label) =>
    /^bizflow\.io\/|part-of$/.test(label),
  );
  const elsewhere = { ...pod, metadata: { ...pod.metadata, namespace: 'default' } };
  const { serviceAccountName: _, ...spec } = elsewhere.spec;
  const problems = [
    ...(await allowed(api, pod)),
    ...(await allowed(api, renamed(rollout))),
    ...(await notRejected(api, withImage(pod, foreign), /registry/)),
    ...(await notRejected(api, withImage(pod, `${repository}:1.4.2`), /pinned by digest/)),
    ...(await notRejected(api, withImage(pod, `${image}0`), /pinned by digest/)),
    ...(await notRejected(api, withInit(pod, foreign), /registry/)),
    // Namespaces of no plane are not the policies' business: controllers come from elsewhere.
    ...(await allowed(api, {
      ...withImage(elsewhere, foreign),
      spec: { ...spec, containers: [{ ...pod.spec.containers[0], image: foreign }] },
    })),
  ];
  for (const label of policed) {
    const words = new RegExp(`label ${label.replaceAll('.', '\\.')} must be`);
    problems.push(...(await notRejected(api, without(pod, label), words)));
    problems.push(...(await notRejected(api, without(renamed(rollout), label), words)));
  }
  return policed.length >= 5
    ? problems
    : [...problems, `only ${policed.length} labels are policed`];
}

// The Rollout itself is there already, and creating it again would be refused for that.
const renamed = (rollout: Manifest): Manifest => ({
  ...rollout,
  metadata: { ...rollout.metadata, name: `${rollout.metadata.name}-2` },
});

async function allowed(api: Api, object: Manifest): Promise<readonly string[]> {
  const refused = await rejectionOf(api, object);
  const { kind, metadata } = object;
  return refused === undefined ? [] : [`${metadata.namespace}/${kind}: ${refused.message}`];
}
