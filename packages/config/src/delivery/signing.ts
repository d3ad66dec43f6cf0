import type { AssignedValue } from '../assigned/assigned.ts';

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
