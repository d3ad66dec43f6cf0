import type { AssignedValue, Signed } from '../assigned/assigned.ts';
import { delivery } from './delivery.ts';

/** What KMS calls the key that signs something; cosign finds it by this alias. */
export const signingAlias = (signed: Signed): string => `alias/${delivery.name}-${signed}`;

/** A public key as tools read it: PEM, with the line ends that OpenSSL writes. */
export const publicKeyPem = ({ value }: Pick<AssignedValue, 'value'>): string =>
  [
    '-----BEGIN PUBLIC KEY-----',
    ...(value.match(/.{1,64}/g) ?? []),
    '-----END PUBLIC KEY-----',
    '',
  ].join('\n');

/** The tag under which cosign keeps the signature of an image, beside the image itself. */
export const signatureTag = (digest: string): string => `${digest.replace(':', '-')}.sig`;

/**
 * What cosign signs of an image, to the byte: that this digest was signed in this repository (`<registry>/<name>`). Its
 * format is that of containers/image, "simple signing".
 */
export const signedPayload = (repository: string, digest: string): string =>
  JSON.stringify({
    critical: {
      identity: { 'docker-reference': repository },
      image: { 'docker-manifest-digest': digest },
      type: 'cosign container image signature',
    },
    optional: null,
  });
