import type { Cluster } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { stepTimeouts } from '@bizflow/config/recovery';
import type { Step } from '../runbook.ts';
import { answer, quoted } from '../shell.ts';

const secretString = (cluster: Cluster, secret: string): string =>
  answer('aws secretsmanager get-secret-value', 'SecretString', {
    region: cluster.region.id,
    'secret-id': secretName(cluster, secret),
  });

/** A service's URL in Secrets Manager names another host from here on. */
export const moveSecret = (
  cluster: Cluster,
  secret: string,
  endpoint: string,
  port: number,
): Step => ({
  title: `Point the secret ${secretName(cluster, secret)} at the new primary`,
  why: 'The services read the host from this secret; user and password stay the same.',
  commands: [
    `run point_secret_at ${quoted(cluster.region.id)} ${quoted(secretName(cluster, secret))} "$(${endpoint})"`,
  ],
  condition: {
    name: `${secret}_secret_moved`,
    test: `case ${secretString(cluster, secret)} in *"@$(${endpoint}):${port}"*) true ;; *) false ;; esac`,
  },
  timeoutSeconds: stepTimeouts.secret,
});

// The secret goes from program to program and is never on a command line, where others may read it.
export const pointSecretAt = `# Region, secret, host: puts another host into the URL that the secret holds.
point_secret_at() {
  url=$(aws secretsmanager get-secret-value --region "$1" --secret-id "$2" --query SecretString --output text)
  case $url in *@*) ;; *) echo "$2 contains no URL with a user" >&2; return 1 ;; esac
  printf '%s' "$url" | sed "s#@[^:/?]*#@$3#" |
    aws secretsmanager put-secret-value --region "$1" --secret-id "$2" --secret-string file:///dev/stdin
}`;
