import { child, unescaped } from '@bizflow/kernel';
import { placeOfRoot } from './difference/resources.ts';

/**
 * Where something is rendered: a path, `#` and a JSON pointer (RFC 6901). The pointer goes into the file, or, after the
 * folder of a Terraform root, into its planned resources by address: `terraform/environments/production/global#/aws_vpc.one/tags`.
 * Nothing after `#` is all of it.
 */
export type At = `${string}#${string}`;

/** A place in a file. */
export const inFile = (path: string, pointer = ''): At => `${path}#${pointer}`;

/** A place in a root, which is named as a place or as a folder below `terraform/`: all of it, a resource, or an attribute. */
export const inRoot = (root: string, address = '', pointer = ''): At => {
  const resource = address === '' ? '' : child('', address);
  return `terraform/environments/${placeOfRoot(root)}#${resource}${pointer}`;
};

/** The same of what a proof names as `environments/<place> <address>`. */
export const inNamedRoot = (named: string): At => {
  const [root = '', ...address] = named.split(' ');
  return inRoot(root, address.join(' '));
};

/** The name of the field that a place is, without indices; nothing where it is all of a file, a root or a resource. */
export const leafOf = (at: At): string => {
  const [path = '', pointer = ''] = at.split(/#(.*)/s);
  const steps = pointer
    .split('/')
    .slice(path.startsWith('terraform/') && !path.endsWith('.json') ? 2 : 1);
  return unescaped(steps.findLast((step) => !/^\d+$/.test(step)) ?? '');
};
