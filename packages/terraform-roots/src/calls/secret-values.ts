import type { Cluster, Fleet } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import {
  colourOf,
  drawnSecrets,
  loginColours,
  numbered,
  secretPolicy,
} from '@bizflow/config/secrets';
import { writerOf } from '../neighbours.ts';
import { type Blocks, outputOf } from '../root-file.ts';
import type { PlacedSecret } from '../secrets.ts';

/** The ARN of a secret of the place, after Terraform has written its value. */
export const secretArnOf = (cluster: Cluster, secret: string): string =>
  outputOf('security', `secret_arns["${secretName(cluster, secret)}"]`);

const label = (secret: string): string => secret.replaceAll('-', '_');

/** The value of a secret that Terraform writes, from where the same run has it. */
export const writtenValue = ({ secret, value, version }: PlacedSecret): string => {
  if (value === 'copied') return drawnValue(secret);
  const drawn = `\${ephemeral.aws_secretsmanager_random_password.${label(secret)}.random_password}`;
  return loginColours.some((colour) => drawnSecrets[colour] === secret)
    ? numbered(version, drawn)
    : drawn;
};

/** Generated again at each run and kept only in Secrets Manager, or read from the replica of the writer's secret. */
export const ephemeralValues = (
  cluster: Cluster,
  fleet: Fleet,
  written: readonly PlacedSecret[],
): Blocks => {
  const writer = writerOf(cluster, fleet);
  if (writer !== undefined) {
    const copies = written.map(({ secret }) => [
      label(secret),
      { secret_id: secretName(writer, secret) },
    ]);
    return { aws_secretsmanager_secret_version: Object.fromEntries(copies) };
  }
  const draws = written.map(({ secret }) => [
    label(secret),
    { password_length: secretPolicy.passwordLength, exclude_punctuation: true },
  ]);
  return {
    aws_secretsmanager_random_password: Object.fromEntries(draws),
    aws_secretsmanager_secret_version: Object.fromEntries(
      [drawnSecrets.administrator, usedSecret(cluster, fleet)].map((secret) => [
        label(secret),
        { secret_id: secretArnOf(cluster, secret) },
      ]),
    ),
  };
};

/** The secret of the login that pods use. */
export const usedSecret = ({ environment }: Cluster, { foundations }: Fleet): string =>
  drawnSecrets[colourOf(foundations[environment.name].loginPasswords.used)];

/** A generated value as Secrets Manager keeps it, for other resources of the same run. */
export const drawnValue = (secret: string): string =>
  `\${ephemeral.aws_secretsmanager_secret_version.${label(secret)}.secret_string}`;
