import type { Values } from '../expression/value.ts';
import type { Place } from './known-attributes.ts';

/** One instance of a resource or data source, as far as a plan can tell it. */
export interface Resource {
  /** As Terraform writes it: `module.vpc.aws_subnet.private["a"]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly values: Values;
  /** Where its provider acts. */
  readonly place: Place;
  /** The folder of the module that holds it. */
  readonly folder: string;
}

/** One call of a module. */
export interface ModuleCall {
  readonly address: string;
  readonly folder: string;
  readonly inputs: Values;
}
