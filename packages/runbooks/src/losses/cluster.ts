import type { Cluster } from '@bizflow/config';
import { firstInstall } from '@bizflow/config/platform';
import { stepTimeouts } from '@bizflow/config/recovery';
import { answers, awsAnswers, clusterReady, lost } from '../conditions.ts';
import type { Runbook } from '../runbook.ts';
import { notify } from '../steps/notify.ts';
import { reachCluster } from '../steps/pods.ts';
import { applyRoot, talk } from '../steps/terraform.ts';

/** The region and its data are available, but the EKS cluster is lost or compromised. */
export const clusterLost = (cluster: Cluster): Runbook => ({
  cluster,
  loss: 'cluster',
  title: `The cluster ${cluster.name} is lost`,
  objective: null,
  truth:
    'Everything in a cluster comes from Git, the database, Redis or S3: recreate it from its Terraform root and its folder in gitops/.',
  sees: awsAnswers(cluster),
  lost: lost(cluster.name, clusterReady(cluster)),
  functions: [talk],
  steps: [
    applyRoot(cluster, 'module.eks', {
      name: 'cluster_is_active',
      test: `aws eks wait cluster-active --region ${cluster.region.id} --name ${cluster.name}`,
    }),
    reachCluster(cluster),
    {
      title: 'Install Argo CD and apply the root Application',
      why: 'Argo CD then syncs everything else from Git, in sync waves (README, "From empty accounts to a synced cluster").',
      commands: firstInstall(cluster).map((command) =>
        command.includes(' | ') ? `run sh -c "${command}"` : `run ${command}`,
      ),
      condition: answers(cluster),
      timeoutSeconds: stepTimeouts.bootstrap,
    },
    notify(cluster, `${cluster.name} is back.`),
  ],
  decisions: [
    'If the cluster was attacked: keep its volumes and logs for the investigation before you recreate anything.',
  ],
  failback: [],
});
