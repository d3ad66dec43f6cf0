import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';

/** Credentials of an API server: the administrator, and how it signs tokens. */
export interface Credentials {
  readonly folder: string;
  readonly token: string;
  readonly tokenFile: string;
  readonly signingKey: string;
}

/** Fresh secrets, for one API server of one run. */
export function credentials(folder: string): Credentials {
  const token = randomUUID();
  const tokenFile = join(folder, 'tokens.csv');
  writeFileSync(tokenFile, `${token},e2e,e2e,"system:masters"\n`, { mode: 0o600 });
  const signingKey = join(folder, 'service-accounts.key');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(signingKey, privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
  return { folder, token, tokenFile, signingKey };
}

/** The certificate that an API server made for itself in its folder. */
export const certificate = (folder: string): string => join(folder, 'apiserver.crt');

/** The way into a running API server, for this process and, as a file, for the components. */
export function kubeConfig({ folder, token }: Credentials, port: number): KubeConfig {
  const config = new KubeConfig();
  config.loadFromOptions({
    clusters: [
      {
        name: 'e2e',
        server: `https://127.0.0.1:${port}`,
        caData: readFileSync(certificate(folder)).toString('base64'),
      },
    ],
    users: [{ name: 'e2e', token }],
    contexts: [{ name: 'e2e', cluster: 'e2e', user: 'e2e' }],
    currentContext: 'e2e',
  });
  writeFileSync(kubeConfigFile(folder), config.exportConfig(), { mode: 0o600 });
  return config;
}

/** Where that file is. */
export const kubeConfigFile = (folder: string): string => join(folder, 'kubeconfig');
