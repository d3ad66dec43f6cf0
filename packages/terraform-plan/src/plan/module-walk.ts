import type { Scope } from '../expression/scope.ts';
import { addressed, asText, type Value, type Values } from '../expression/value.ts';
import type { Block, ModuleSource } from '../hcl/module-source.ts';
import { resolvePath } from '../hcl/paths.ts';
import type { Tree } from '../hcl/read.ts';
import { blockValues, resolved, resourceMeta } from './bodies.ts';
import { fileFunctions } from './file-functions.ts';
import { instances } from './instances.ts';
import { type Place, withKnown } from './known-attributes.ts';
import { lazily, once } from './lazy.ts';

import { handedDown, mainPlace, type Providers, placeFor, rootProviders } from './providers.ts';
import type { ModuleCall, Resource } from './resource.ts';
import { variableValue } from './variables.ts';

/** What a walk through a root's modules gathers. */
interface Gathering {
  readonly tree: Tree;
  readonly note: (at: string, work: () => unknown) => void;
  readonly resources: Resource[];
  readonly calls: ModuleCall[];
}

interface Walk {
  readonly place: Place;
  readonly outputs: Values;
  /** Works out everything, so that nothing stays unread. */
  readonly force: () => void;
}

/** A root's own walk: it has no inputs, and configures the providers. */
export const moduleWalk = (all: Gathering, source: ModuleSource, root: string): Walk => {
  const closed: Scope = { functions: {}, lookUp: (name) => fail(`${root} has no ${name}`) };
  const providers = rootProviders(source, (raw) => resolved(raw, closed));
  return walk(all, source, { address: '', inputs: () => ({}), providers });
};

interface Called {
  /** `module.vpc.`, or nothing for the root. */
  readonly address: string;
  readonly inputs: () => Values;
  readonly providers: Providers;
}

const fail = (why: string): never => {
  throw new Error(why);
};

const moduleMeta = new Set([...resourceMeta, 'source', 'version', 'providers']);

const walk = (all: Gathering, source: ModuleSource, called: Called): Walk => {
  const { address, providers } = called;
  const byName = new Map(source.blocks.map((block) => [key(block), block]));
  const blocks = lazily([...byName.keys()], (name) => block(byName.get(name) ?? fail(name)));
  const types = (mode: Block['mode']): Values =>
    lazily(
      [...new Set(source.blocks.filter((one) => one.mode === mode).map(({ type }) => type))],
      (type) =>
        lazily(
          source.blocks.flatMap((one) => (one.mode === mode && one.type === type ? one.name : [])),
          (name) => blocks[`${mode} ${type} ${name}`] ?? null,
        ),
    );
  const names: Values = {
    var: lazily(Object.keys(source.variables), (name) =>
      variableValue(name, source.variables[name] ?? {}, called.inputs()),
    ),
    local: lazily(Object.keys(source.locals), (name) =>
      resolved(source.locals[name] ?? null, scope),
    ),
    module: lazily(Object.keys(source.modules), (name) => child(name).outputs),
    path: { module: source.folder, root: source.folder, cwd: '.' },
    terraform: { workspace: 'default' },
    // Drawn or read anew at each run, and kept nowhere.
    ephemeral: types('ephemeral'),
    data: types('data'),
    ...types('managed'),
  };
  const scope: Scope = {
    functions: fileFunctions(source),
    lookUp: (name) => {
      if (name in names) return names[name] ?? null;
      return fail(`${source.folder} knows no ${name}`);
    },
  };

  const block = ({ mode, type, name, body }: Block): Value => {
    const place = placeFor(providers, body.provider);
    const { all: each, together } = instances(body, scope);
    const base = `${address}${mode === 'managed' ? '' : `${mode}.`}${type}.${name}`;
    return together(
      each.map(({ suffix, scope: inner }) => {
        const values = withKnown(mode, type, blockValues(body, inner, resourceMeta), place);
        const at = `${base}${suffix}`;
        all.resources.push({ address: at, mode, type, values, place, folder: source.folder });
        return addressed(values, at);
      }),
    );
  };

  const children = new Map<
    string,
    () => { readonly outputs: Value; readonly walks: readonly Walk[] }
  >();
  for (const name of Object.keys(source.modules)) {
    children.set(
      name,
      once(`module.${name}`, () => call(name, source.modules[name] ?? {})),
    );
  }
  const child = (name: string) => (children.get(name) ?? fail(`no module ${name}`))();

  const call = (name: string, body: Values) => {
    const folder = resolvePath(source.folder, asText(body.source ?? ''));
    const inner = all.tree[folder] ?? fail(`module.${name} has no folder ${folder}`);
    const { all: each, together } = instances(body, scope);
    const walks = each.map(({ suffix, scope: seen }) => {
      const at = `${address}module.${name}${suffix}`;
      const given = lazily(
        Object.keys(body).filter((one) => !moduleMeta.has(one)),
        (one) => resolved(body[one] ?? null, seen),
      );
      all.calls.push({ address: at, folder, inputs: given });
      return walk(all, inner, {
        address: `${at}.`,
        inputs: () => given,
        providers: handedDown(providers, body.providers),
      });
    });
    return { outputs: together(walks.map(({ outputs }) => outputs)), walks };
  };

  const outputs = lazily(Object.keys(source.outputs), (name) =>
    resolved(source.outputs[name]?.value ?? null, scope),
  );
  const force = (): void => {
    for (const name of Object.keys(blocks)) all.note(`${address}${name}`, () => blocks[name]);
    for (const name of Object.keys(source.modules)) {
      all.note(`${address}module.${name}`, () => {
        for (const one of child(name).walks) one.force();
      });
    }
    for (const name of Object.keys(outputs))
      all.note(`${address}output.${name}`, () => outputs[name]);
  };
  return { place: mainPlace(providers), outputs, force };
};

const key = ({ mode, type, name }: Block): string => `${mode} ${type} ${name}`;
