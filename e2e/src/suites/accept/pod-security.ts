import type { Manifest } from '@bizflow/config';
import type { Api } from '../../harness/api.ts';
import { notRefused, podOf, refusalOf } from './pods.ts';

/** What speaks against the pods of these objects: refused by Pod Security, or a privileged one is not. */
export async function podSecurityProblems(
  api: Api,
  objects: readonly Manifest[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const pod of objects.map(podOf)) {
    const refused = await refusalOf(api, pod);
    if (refused !== undefined) problems.push(`${pod.metadata.name}: ${refused.message}`);
    const [container] = pod.spec.containers;
    const privileged = { ...container, securityContext: { privileged: true } };
    const risky = { ...pod, spec: { ...pod.spec, containers: [privileged] } };
    problems.push(...(await notRefused(api, risky, /violates PodSecurity "restricted:v\d/)));
  }
  return problems;
}
