import { type Cluster, imageRepository } from '@bizflow/config';
import { signatureTag, signingAlias } from '@bizflow/config/delivery';
import { platformAccounts, policyController } from '@bizflow/config/platform';
import { exemptionLabel, imageAdmission } from '@bizflow/config/release';
import { code, section } from './markdown-parts.ts';

const { webhook } = imageAdmission;
const exemption = exemptionLabel();
const { namespace } = platformAccounts['policy-controller'];
const repository = imageRepository({ name: '<service>' });

/** How a person gets the role that the commands of this page need; the same beginning as in releases. */
const signIn = ([cluster]: readonly Cluster[]): readonly string[] =>
  cluster === undefined
    ? []
    : [
        '## Before',
        '',
        'The commands below read with your own access to the cluster. Only "Open a namespace" changes something: it needs the role that administers the cluster, and two people.',
        '',
        ...code(
          `cluster=${cluster.name} region=${cluster.region.id} service=api   # as in the event`,
          'aws eks update-kubeconfig --region "$region" --name "$cluster"',
          '# what is refused, the newest last; a ReplicaSet or a Job says it',
          'kubectl --namespace "bizflow-$service" get events --sort-by=.lastTimestamp | grep -i "denied\\|failed calling"',
        ),
        '',
      ];

/** What to do when no pod of a service starts because of its signature, or because no one looks at it. */
export const signaturePage = (clusters: readonly Cluster[]): string =>
  [
    '# Signatures of images',
    '',
    `A cluster starts a pod of a service only if our pipeline signed its image. The webhook \`${webhook}\` decides, in every namespace of services and tenants. Pods that already run are not touched.`,
    '',
    ...signIn(clusters),
    ...section(
      'Refused',
      `The event says \`admission webhook "${webhook}" denied the request\`. The image is not ours, or differs from the one in Git: do not open the namespace.`,
      `"no signatures found": look for the tag \`${signatureTag('sha256:<digest>')}\` in \`${repository}\`: \`aws ecr describe-images --region "$region" --repository-name "bizflow/$service" --image-ids imageTag=sha256-<hex of the digest>.sig\`. Another region has it: replication is late, and the pod starts by itself. No region has it: our pipeline did not build that digest. Tell security, and find the commit that wrote it.`,
      `"invalid signature" or "no matching signatures": another key signed it. Tell security. After the key \`${signingAlias('images')}\` was replaced, add the old public key to \`formerKeys\` in packages/config/src/release/image-admission.ts until no image that it signed runs.`,
      '"no matching policies": no service has this repository, or the client of PostgreSQL has another digest than Git. Correct the image.',
    ),
    'An event that says `ValidatingAdmissionPolicy \'bizflow-images\'` and "pinned by digest" comes from another check: write the digest alone, without a tag.',
    '',
    ...section(
      'Away',
      `The event says \`failed calling webhook "${webhook}"\`. New pods wait, and start by themselves when it answers: a release, a pod that lost its node, a scale-up. Nothing else waits for it.`,
      `\`kubectl --namespace ${namespace} get pods\`. None is ready: read \`kubectl --namespace ${namespace} logs deployment/${policyController.name} --previous\` and the events there; the image may not be pulled, or the managed nodes may be full.`,
      `They are ready: ask ECR in this region (\`aws ecr describe-repositories --region "$region" --max-items 1\`), and read the role in the annotation of \`kubectl --namespace ${namespace} get serviceaccount ${policyController.name} --output yaml\`: it must be able to read the registry. Without ECR no new image can be pulled either.`,
      `\`git log --oneline -- gitops/<environment>/<region>/platform/policy-controller\`: revert the newest commit if the trouble began with it. Argo CD syncs that without the webhook.`,
      'It takes longer than users can wait: open the namespaces that need pods, one by one, as below.',
    ),
    '## Open a namespace',
    '',
    'Assume the role first: run the lines of [releases](releases.md#without-sign-on) up to `update-kubeconfig`, but none of those below it. Write it in the incident. Until the label is removed any image of our registry may start there by its digest, signed or not; images of other registries and tags stay refused. Argo CD leaves the label there.',
    '',
    ...code(
      `kubectl label namespace "bizflow-$service" ${exemption}=true`,
      '# when the webhook answers again',
      `kubectl label namespace "bizflow-$service" ${exemption}-`,
      '# a pod that started meanwhile is checked when it is created again: delete these pods one by one; tell security what is refused',
      'kubectl --namespace "bizflow-$service" get pods --sort-by=.metadata.creationTimestamp',
      'kubectl --namespace "bizflow-$service" delete pod "$pod"',
    ),
    '',
    'The audit log of the cluster shows who set the label and who removed it.',
    '',
  ].join('\n');
