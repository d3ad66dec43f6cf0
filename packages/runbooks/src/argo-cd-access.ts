import type { Cluster } from '@bizflow/config';
import { argoCdHost } from '@bizflow/config/names';
import { loopback } from '@bizflow/config/network';
import { code } from './markdown-parts.ts';

/** How a person reaches an Argo CD from outside of its VPC. */
export const wayIn = ([cluster]: readonly Cluster[]): readonly string[] =>
  cluster === undefined
    ? []
    : [
        '## The way in',
        '',
        'Argo CD answers only inside its VPC. With a network connection into the VPC, open its address. Without one, go through a node: Session Manager checks who you are in IAM Identity Center, and CloudTrail records it. It needs the AWS CLI with the Session Manager plugin, and `ssm:StartSession` in your permission set.',
        '',
        ...code(
          `cluster=${cluster.name} region=${cluster.region.id} host=${argoCdHost(cluster)}   # as in the table`,
          'aws sso login',
          `node=$(aws ec2 describe-instances --region "$region" --output text \\`,
          `  --filters "Name=tag:Name,Values=$cluster-controllers" Name=instance-state-name,Values=running \\`,
          "  --query 'Reservations[0].Instances[0].InstanceId')",
          `echo "${loopback} $host" | sudo tee -a /etc/hosts   # once`,
          'sudo -E aws ssm start-session --region "$region" --target "$node" \\',
          '  --document-name AWS-StartPortForwardingSessionToRemoteHost \\',
          '  --parameters "host=$host,portNumber=443,localPortNumber=443"',
        ),
        '',
        'Keep it running, and open the address in a browser.',
        '',
      ];

/** What an administrator of the cluster does when sign-on is away, and where it shows. */
export const withoutSignOn = ([cluster]: readonly Cluster[]): readonly string[] =>
  cluster === undefined
    ? []
    : [
        '## Without sign-on',
        '',
        'Only when sign-on is unavailable and a release cannot wait. It needs the role that administers the cluster, and two people: one acts, one watches. Write it in the incident first.',
        '',
        ...code(
          `cluster=${cluster.name} region=${cluster.region.id} service=api`,
          '# the API answers in the VPC only; your own address may reach it until the last line',
          `root=terraform/environments/${cluster.id}`,
          'own=$(curl --silent https://checkip.amazonaws.com)',
          'terraform -chdir="$root" apply -var "administrator_cidrs=[\\"$own/32\\"]"',
          'aws eks update-kubeconfig --region "$region" --name "$cluster" --role-arn \\',
          '  "arn:aws:iam::$(aws sts get-caller-identity --query Account --output text):role/$cluster-administrator"',
          '# abort: traffic goes back to the version before',
          'kubectl --namespace "bizflow-$service" patch rollout "$service" --subresource=status --type=merge \\',
          `  --patch '{"status":{"abort":true}}'`,
          '# resume: the gate opens',
          'kubectl --namespace "bizflow-$service" patch rollout "$service" --subresource=status --type=merge \\',
          `  --patch '{"status":{"pauseConditions":null}}'`,
          'terraform -chdir="$root" apply',
        ),
        '',
        'CloudTrail records who opened the API (`UpdateClusterConfig`) and who assumed the role (`AssumeRole`); the audit log of the cluster records each change by that role. Add what this finds to the incident:',
        '',
        ...code(
          'aws logs start-query --region "$region" --log-group-name "/aws/eks/$cluster/cluster" \\',
          `  --start-time "$(($(date +%s) - 3600))" --end-time "$(date +%s)" --query-string \\`,
          `  'fields @timestamp, user.username, verb, requestURI, requestObject | filter user.username like /administrator/ and verb not in ["get", "list", "watch"]'`,
        ),
        '',
      ];
