import { isObject } from '@bizflow/kernel';
import { base64 } from '../utf8.ts';
import type { WebAcl } from '../web-acl.ts';
import { canonical } from './canonical.ts';
import { ackField } from './casing.ts';

/** The controller whose canonical text {@link ackWebAcl} writes; pin its image to this version. */
export const ackController = 'aws-controllers-k8s/wafv2-controller v1.4.2';

/** Where a custom resource lives, if the caller does not add it; its name is the web ACL's. */
export interface Placement {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** The ACK resource, as plain data for a `Manifest` of @bizflow/config. */
export interface AckWebAcl {
  readonly [field: string]: unknown;
  readonly apiVersion: 'wafv2.services.k8s.aws/v1alpha1';
  readonly kind: 'WebACL';
  readonly metadata: Partial<Placement> & { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

/**
 * A REGIONAL web ACL as the resource that ACK's controller keeps in AWS. No `loggingConfiguration`:
 * without the ARN that AWS assigns, ACK would write it again each time; Terraform has it.
 */
export const ackWebAcl = (webAcl: WebAcl, placement: Partial<Placement> = {}): AckWebAcl => ({
  apiVersion: 'wafv2.services.k8s.aws/v1alpha1',
  kind: 'WebACL',
  metadata: { name: webAcl.Name.toLowerCase(), ...placement },
  spec: fields(webAcl),
});

const fields = (value: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(value).map(([name, member]) => [ackField(name), field(name, member)]),
  );

// The resource's string fields, and the struct that the controller decodes each into.
const texts: Readonly<Record<string, string>> = {
  AndStatement: 'AndStatement',
  OrStatement: 'OrStatement',
  NotStatement: 'NotStatement',
  ScopeDownStatement: 'Statement',
};

const field = (name: string, value: unknown): unknown => {
  const shape = texts[name];
  if (shape !== undefined && isObject(value)) return canonical(shape, value);
  return name === 'SearchString' ? base64(String(value)) : converted(value);
};

const converted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(converted);
  return isObject(value) ? fields(value) : value;
};
