import { type Problem, unless } from '@bizflow/kernel';
import { type Environment, environments as places } from '../environments/environments.ts';
import { policyController } from '../platform/policy-controller.ts';
import { type ImageAdmission, imageAdmission as written } from './image-admission.ts';

/** Where a person approves releases nothing unsigned starts, also while the webhook is away; and it is not away for one pod. */
export const imageAdmissionRules = (
  admission: ImageAdmission = written,
  pods: number = policyController.replicas,
  environments: readonly Pick<Environment, 'name' | 'approval'>[] = Object.values(places),
): readonly Problem[] => [
  ...environments
    .filter(({ approval }) => approval)
    .flatMap(({ name }) =>
      unless(admission.whenAway[name] === 'refuse', {
        code: 'IMAGE_ADMISSION_OPEN',
        at: `release.imageAdmission.whenAway.${name}`,
        value: admission.whenAway[name],
        reason: 'lets an image without a signature start as soon as the webhook is stopped',
        remedy: "write 'refuse'; for an outage there is the label of docs/runbooks/signatures.md",
      }),
    ),
  ...unless(pods >= 2 || !Object.values(admission.whenAway).includes('refuse'), {
    code: 'IMAGE_ADMISSION_ALONE',
    at: 'platform.policyController.replicas',
    value: pods,
    reason: 'leaves no pod while one is moved, and no new pod of a service starts meanwhile',
    remedy: 'write 2 or more',
  }),
  ...unless(admission.timeoutSeconds >= 1 && admission.timeoutSeconds <= 30, {
    code: 'IMAGE_ADMISSION_TIMEOUT',
    at: 'release.imageAdmission.timeoutSeconds',
    value: admission.timeoutSeconds,
    reason: 'must be from 1 to 30: the API server refuses another one',
    remedy: 'write 10',
  }),
];
