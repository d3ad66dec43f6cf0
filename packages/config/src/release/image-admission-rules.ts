import { type Problem, unless } from '@bizflow/kernel';
import { assignedValues } from '../assigned/assigned.ts';
import { formats } from '../assigned/format-rules.ts';
import { type Environment, environments as places } from '../environments/environments.ts';
import { policyController } from '../platform/policy-controller.ts';
import {
  type ImageAdmission,
  type SignedPlane,
  imageAdmission as written,
} from './image-admission.ts';

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
  ...webhookRules(admission),
  ...planeRules(admission),
  ...admission.formerKeys.flatMap(keyRules),
];

// Kubernetes, pkg/apis/admissionregistration/validation: "should be a domain with at least three segments".
const webhookRules = ({ webhook }: ImageAdmission): readonly Problem[] =>
  unless(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?){2,}$/.test(webhook), {
    code: 'IMAGE_ADMISSION_NAME',
    at: 'release.imageAdmission.webhook',
    value: webhook,
    reason: 'must be a domain of three segments or more: the API server refuses another name',
    remedy: "write a name such as 'signatures.bizflow.io'",
  });

/** Every plane that runs our pods: the policies of images ask only the namespaces of these. */
const everyPlane = Object.keys({
  workloads: true,
  tenants: true,
} satisfies Record<SignedPlane, true>);

const planeRules = ({ planes }: ImageAdmission): readonly Problem[] => {
  const left = everyPlane.filter((plane) => !planes.some((one) => one === plane));
  return unless(left.length === 0, {
    code: 'IMAGE_ADMISSION_PLANE',
    at: 'release.imageAdmission.planes',
    value: planes.join(', '),
    reason: `leaves out ${left.join(' and ')}, where any image could start, signed or not`,
    remedy: `write ${everyPlane.join(', ')}`,
  });
};

const keyRules = (key: string, index: number): readonly Problem[] => {
  const at = `release.imageAdmission.formerKeys[${index}]`;
  const own = Object.entries(assignedValues.signing).find(([, { value }]) => value === key);
  return [
    ...unless(formats.publicKey.test(key), {
      code: 'IMAGE_ADMISSION_KEY',
      at,
      value: key,
      reason: `must be a public key as KMS gives it: ${formats.publicKey.source}`,
      remedy: 'copy the value that assigned.signing.images had before',
    }),
    ...unless(own === undefined, {
      code: 'IMAGE_ADMISSION_KEY',
      at,
      value: key,
      reason: `is the current key of assigned.signing.${own?.[0]}, not a former key of images`,
      remedy: 'remove it, or write the value that assigned.signing.images had before',
    }),
  ];
};
