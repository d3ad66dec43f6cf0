import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { problem, shorten } from '@bizflow/kernel';
import { GeneratorError } from '../error.ts';
import { isRenderStatement, members, type RenderStatement } from './statement.ts';

const payloadType = 'application/vnd.in-toto+json';

/**
 * The statement in a bundle of cosign (a DSSE envelope, or a bundle that has one), if the key's owner signed it.
 * Throws a {@link GeneratorError} otherwise: nothing unsigned is read any further.
 */
export function signedStatement(bundle: Text, key: Text): RenderStatement {
  const publicKey = keyIn(key);
  const { payload, signatures, payloadType: type } = envelopeIn(bundle);
  const body = Buffer.from(String(payload), 'base64');
  const signed = Array.isArray(signatures) ? signatures : [];
  if (type !== payloadType || !signed.some((one) => isSignature(members(one).sig, body, publicKey)))
    throw refused('ATTESTATION_KEY', bundle.at, 'signature', [
      `is not of the key in ${key.at}`,
      'take the attestation that the workflow Attest made, or the key that it signs with',
    ]);
  const statement = parsed(body.toString('utf8'));
  if (isRenderStatement(statement)) return statement;
  throw unread(bundle, 'is signed, but does not contain a statement about a render');
}

/** A file that was read, and where it is. */
export interface Text {
  readonly at: string;
  readonly text: string;
}

// DSSE signs type and body with their lengths (secure-systems-lab/dsse, protocol.md).
const isSignature = (sig: unknown, body: Buffer, key: KeyObject): boolean => {
  const head = `DSSEv1 ${payloadType.length} ${payloadType} ${body.length} `;
  const message = Buffer.concat([Buffer.from(head), body]);
  return typeof sig === 'string' && verify('sha256', message, key, Buffer.from(sig, 'base64'));
};

const envelopeIn = (bundle: Text): Readonly<Record<string, unknown>> => {
  const outer = members(parsed(bundle.text));
  const envelope = 'dsseEnvelope' in outer ? members(outer.dsseEnvelope) : outer;
  if ('payload' in envelope) return envelope;
  throw unread(bundle, 'is not a bundle with a signed statement');
};

const keyIn = ({ at, text }: Text): KeyObject => {
  // Node would make the public key of a private one, which must stay with its owner.
  if (text.includes('PRIVATE KEY'))
    throw refused('KEY_PRIVATE', at, 'a private key', [
      'is not the public key, and must stay with its owner',
      'name a file with the public key: BEGIN PUBLIC KEY',
    ]);
  try {
    return createPublicKey(text);
  } catch {
    throw refused('KEY_UNREAD', at, shorten(text.trim().replaceAll(/\s+/g, ' '), 40), [
      'is not a public key in PEM',
      'write the key that signs renders: BEGIN PUBLIC KEY',
    ]);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const unread = ({ at, text }: Text, reason: string): GeneratorError =>
  refused('ATTESTATION_UNREAD', at, shorten(text, 40), [
    reason,
    'take the attestation that the workflow Attest made for this commit',
  ]);

const refused = (
  code: string,
  at: string,
  value: string,
  [reason, remedy]: readonly [reason: string, remedy: string],
): GeneratorError => new GeneratorError([problem({ code, at, value, reason, remedy })], '');
