import { asText, type Values } from '../expression/value.ts';
import type { ModuleSource } from '../hcl/module-source.ts';
import { resolvePath } from '../hcl/paths.ts';
import { resolved, resourceMeta } from './bodies.ts';
import { instances } from './instances.ts';
import { lazily } from './lazy.ts';
import {
  type Called,
  fail,
  type Gathering,
  type Module,
  type Walked,
  type WalkedCall,
} from './module.ts';
import { handedDown } from './providers.ts';

type Walk = (all: Gathering, source: ModuleSource, called: Called) => Walked;

const moduleMeta = new Set([...resourceMeta, 'source', 'version', 'providers']);

/** The calls of a module by `module.<name>`, each walked through when it is first asked for. */
export const moduleCalls = (
  module: Module,
  walk: Walk,
): { readonly [name: string]: WalkedCall } => {
  const { modules } = module.source;
  const bodies = new Map<string, Values>(
    Object.keys(modules).map((name) => [`module.${name}`, modules[name] ?? {}]),
  );
  return lazily([...bodies.keys()], (name) =>
    walkedCall(module, name, bodies.get(name) ?? {}, walk),
  );
};

const walkedCall = (
  { all, source, called, scope }: Module,
  name: string,
  body: Values,
  walk: Walk,
): WalkedCall => {
  const folder = resolvePath(source.folder, asText(body.source ?? ''));
  const inner = all.tree[folder] ?? fail(`${name} has no folder ${folder}`);
  const { all: each, together } = instances(body, scope);
  const walks = each.map(({ suffix, scope: seen }) => {
    const address = `${called.address}${name}${suffix}`;
    const inputs = lazily(
      Object.keys(body).filter((one) => !moduleMeta.has(one)),
      (one) => resolved(body[one] ?? null, seen),
    );
    all.calls.push({ address, folder, inputs });
    return walk(all, inner, {
      address: `${address}.`,
      inputs: () => inputs,
      providers: handedDown(called.providers, body.providers),
    });
  });
  return { outputs: together(walks.map(({ outputs }) => outputs)), walks };
};
