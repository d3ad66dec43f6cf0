import type { Scope } from '../expression/scope.ts';
import type { Value, Values } from '../expression/value.ts';
import type { ModuleSource } from '../hcl/module-source.ts';
import { resolved } from './bodies.ts';
import { fileFunctions } from './file-functions.ts';
import { lazily } from './lazy.ts';
import {
  type Called,
  fail,
  type Gathering,
  type Module,
  type Walked,
  type WalkedCall,
} from './module.ts';
import { blocksByType, moduleBlocks } from './module-blocks.ts';
import { moduleCalls } from './module-calls.ts';
import { mainPlace, rootProviders } from './providers.ts';
import { variableValue } from './variables.ts';

/** A root's own walk: a person gives its inputs, and it configures the providers. */
export const moduleWalk = (
  all: Gathering,
  source: ModuleSource,
  root: string,
  given: Values,
): Walked => {
  const closed: Scope = { functions: {}, lookUp: (name) => fail(`${root} has no ${name}`) };
  const providers = rootProviders(source, (raw) => resolved(raw, closed));
  return walk(all, source, { address: '', inputs: () => given, providers });
};

// Nothing is worked out in order: a block asks for the names it uses, and these for others.
const walk = (all: Gathering, source: ModuleSource, called: Called): Walked => {
  const lookUp = (name: string): Value =>
    name in names ? (names[name] ?? null) : fail(`${source.folder} knows no ${name}`);
  const module: Module = {
    all,
    source,
    called,
    scope: { functions: fileFunctions(source), lookUp },
  };
  const blocks = moduleBlocks(module);
  const calls = moduleCalls(module, walk);
  const names = namesOf(module, blocks, calls);
  const outputs = lazily(Object.keys(source.outputs), (name) =>
    resolved(source.outputs[name]?.value ?? null, module.scope),
  );
  const force = (): void => {
    const work = (name: string, act: () => unknown) => all.note(`${called.address}${name}`, act);
    for (const name of Object.keys(blocks)) work(name, () => blocks[name]);
    for (const name of Object.keys(calls)) {
      work(name, () => {
        for (const one of calls[name]?.walks ?? []) one.force();
      });
    }
    for (const name of Object.keys(outputs)) work(`output.${name}`, () => outputs[name]);
  };
  return { place: mainPlace(called.providers), outputs, force };
};

/** What the expressions of a module may name. */
const namesOf = (
  module: Module,
  blocks: Values,
  calls: { readonly [name: string]: WalkedCall },
): Values => {
  const { source, called, scope } = module;
  return {
    var: lazily(Object.keys(source.variables), (name) =>
      variableValue(name, source.variables[name] ?? {}, called.inputs()),
    ),
    local: lazily(Object.keys(source.locals), (name) =>
      resolved(source.locals[name] ?? null, scope),
    ),
    module: lazily(
      Object.keys(source.modules),
      (name) => (calls[`module.${name}`] ?? fail(`no module ${name}`)).outputs,
    ),
    path: { module: source.folder, root: source.folder, cwd: '.' },
    terraform: { workspace: 'default' },
    // Generated or read again at each run, and not kept.
    ephemeral: blocksByType(module, 'ephemeral', blocks),
    data: blocksByType(module, 'data', blocks),
    ...blocksByType(module, 'managed', blocks),
  };
};
