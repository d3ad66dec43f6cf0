import type { Manifest } from '@bizflow/config';
import type { Api } from '../../harness/api.ts';
import { notRejected, podOf, rejectionOf } from './pods.ts';

/** Problems with the pods of these objects: Pod Security rejects one, or accepts a privileged one. */
export async function podSecurityProblems(
  api: Api,
  objects: readonly Manifest[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const pod of objects.map(podOf)) {
    const refused = await rejectionOf(api, pod);
    if (refused !== undefined) problems.push(`${pod.metadata.name}: ${refused.message}`);
    const [container] = pod.spec.containers;
    const privileged = { ...container, securityContext: { privileged: true } };
    const risky = { ...pod, spec: { ...pod.spec, containers: [privileged] } };
    problems.push(...(await notRejected(api, risky, /violates PodSecurity "restricted:v\d/)));
  }
  return problems;
}
