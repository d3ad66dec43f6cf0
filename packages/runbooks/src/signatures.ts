import { imageRepository } from '@bizflow/config';
import { signatureTag, signingAlias } from '@bizflow/config/delivery';
import { platformAccounts, policyController } from '@bizflow/config/platform';
import { imageAdmission } from '@bizflow/config/release';
import { section } from './section.ts';

const { webhook, signedBy, exemption } = imageAdmission;
const { namespace } = platformAccounts['policy-controller'];
const repository = imageRepository({ name: '<service>' });

const block = (...lines: readonly string[]): readonly string[] => ['```sh', ...lines, '```', ''];

/** What to do when no pod of a service starts because of its signature, or because no one looks at it. */
export const signaturePage = (): string =>
  [
    '# Signatures of images',
    '',
    `A cluster starts a pod of a service only if our pipeline signed its image. The webhook \`${webhook}\` decides, in every namespace of services and tenants. Pods that run are not touched; what is missing is said by the events of a ReplicaSet: \`kubectl --namespace bizflow-<service> get events\`.`,
    '',
    ...section(
      'Refused',
      `The event says \`admission webhook "${webhook}" denied the request\`. The image is not ours, or not as Git has it: do not open the namespace.`,
      `"no signatures found": the registry of this region has no tag \`${signatureTag('sha256:<digest>')}\` in \`${repository}\`. It is there in another region: replication is late, and the pod starts by itself. No region has it: our pipeline did not build that digest. Tell security, and find the commit that wrote it.`,
      `"invalid signature" or "no matching signatures": another key signed it. Tell security. After a new key \`${signingAlias(signedBy)}\` the old public key belongs into \`formerKeys\` of packages/config/src/release/image-admission.ts until no image of it runs.`,
      '"no matching policies": no service has this repository, or the client of PostgreSQL has another digest than Git. Correct the image.',
      '"pinned by digest": write the digest alone, without a tag.',
    ),
    ...section(
      'Away',
      `The event says \`failed calling webhook "${webhook}"\`. New pods wait, and start by themselves when it answers: a release, a pod that lost its node, a scaling up. Nothing else waits for it.`,
      `\`kubectl --namespace ${namespace} get pods\`. None is ready: read their logs and events; the image may not be pulled, or the managed nodes may be full.`,
      `They are ready: see whether ECR answers in this region, and whether the role of ${policyController.name} may read it. Without ECR no new image can be pulled either.`,
      'Revert the last commit that changed it, if there was one: Argo CD syncs it without the webhook.',
      'It takes longer than users can wait: open the namespaces that need pods, one by one, as below.',
    ),
    '## Open a namespace',
    '',
    'With the role that administers the cluster ([releases](releases.md#without-sign-on) says how), and two people. Say so in the incident first. Until the label is removed any image of our registry may start there by its digest, signed or not; images of other registries and tags stay refused. Argo CD leaves the label there.',
    '',
    ...block(
      `kubectl label namespace bizflow-<service> ${exemption}=true`,
      '# when the webhook answers again',
      `kubectl label namespace bizflow-<service> ${exemption}-`,
      '# what started meanwhile is looked at now: each pod is asked about when it is made again',
      'kubectl --namespace bizflow-<service> get pods --output jsonpath=\'{..image}\' | tr " " "\\n" | sort -u',
    ),
    'The audit log of the cluster has who set the label and who removed it.',
    '',
  ].join('\n');
