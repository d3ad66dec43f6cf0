import type { Scope } from '../expression/scope.ts';
import type { Value, Values } from '../expression/value.ts';
import type { ModuleSource } from '../hcl/module-source.ts';
import type { Tree } from '../hcl/read.ts';
import type { Place } from './known-attributes.ts';
import type { Providers } from './providers.ts';
import type { ModuleCall, Resource } from './resource.ts';

/** What a walk through a root's modules gathers. */
export interface Gathering {
  readonly tree: Tree;
  readonly note: (at: string, work: () => unknown) => void;
  readonly resources: Resource[];
  readonly calls: ModuleCall[];
}

/** How a module was called; a root was not, and has no address. */
export interface Called {
  /** `module.vpc.`, or nothing for the root. */
  readonly address: string;
  readonly inputs: () => Values;
  readonly providers: Providers;
}

/** One module on the walk, with the names that its expressions see. */
export interface Module {
  readonly all: Gathering;
  readonly source: ModuleSource;
  readonly called: Called;
  readonly scope: Scope;
}

/** A module that was walked through. */
export interface Walked {
  readonly place: Place;
  readonly outputs: Values;
  /** Works out everything, so that nothing stays unread. */
  readonly force: () => void;
}

/** The instances of one call, and the value by which others refer to them. */
export interface WalkedCall {
  readonly outputs: Value;
  readonly walks: readonly Walked[];
}

/** Ends the planning of one block with a reason. */
export const fail = (why: string): never => {
  throw new Error(why);
};
