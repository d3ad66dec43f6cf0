import { until } from '../../harness/until.ts';
import { atGate, healthy } from '../canary/rollout.ts';
import { digestOf, type Subject } from '../canary/subject.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** An action of the Rollout, as the button in Argo CD asks for it. */
export const act = ({ application, rollout }: Stage, who: Visitor, action: string) =>
  who.ask('POST', `/applications/${application}/resource/actions/v2`, {
    ...{ name: application, appNamespace: 'argocd', project: 'workloads', action },
    ...{ group: 'argoproj.io', version: 'v1alpha1', kind: rollout.kind },
    ...{ namespace: rollout.metadata.namespace, resourceName: rollout.metadata.name },
  });

/** The page of the Application. */
export const look = ({ application }: Stage, who: Visitor) =>
  who.ask('GET', `/applications/${application}`);

/** Argo CD knows an object once it has compared the Application; no action is before that. */
export const known = (stage: Stage, who: Visitor) =>
  until('Argo CD shows the Rollout', 120, async () => {
    const { body } = await who.ask('GET', `/applications/${stage.application}/resource-tree`);
    return body.includes(`"kind":"${stage.rollout.kind}"`);
  });

/** The next release, up to its gate. */
export async function waits(subject: Subject, version: number): Promise<void> {
  await subject.is('is healthy before a release', 120, healthy);
  await subject.release(digestOf(version));
  await subject.is('waits at its gate', 90, atGate);
}
