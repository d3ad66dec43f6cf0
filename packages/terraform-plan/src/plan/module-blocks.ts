import { addressed, type Value, type Values } from '../expression/value.ts';
import type { Block } from '../hcl/module-source.ts';
import { blockValues, resourceMeta } from './bodies.ts';
import { instances } from './instances.ts';
import { withKnown } from './known-attributes.ts';
import { lazily } from './lazy.ts';
import { fail, type Module } from './module.ts';
import { placeFor } from './providers.ts';

/** Every block of a module by mode, type and name, planned when it is first asked for. */
export const moduleBlocks = (module: Module): Values => {
  const byKey = new Map(module.source.blocks.map((block) => [keyOf(block), block]));
  return lazily([...byKey.keys()], (key) => planned(module, byKey.get(key) ?? fail(key)));
};

const keyOf = ({ mode, type, name }: Block): string => `${mode} ${type} ${name}`;

/** The blocks of one mode as expressions see them: by type, then by name. */
export const blocksByType = ({ source }: Module, mode: Block['mode'], blocks: Values): Values => {
  const own = source.blocks.filter((one) => one.mode === mode);
  return lazily([...new Set(own.map(({ type }) => type))], (type) =>
    lazily(
      own.filter((one) => one.type === type).map(({ name }) => name),
      (name) => blocks[`${mode} ${type} ${name}`] ?? null,
    ),
  );
};

const planned = ({ all, source, called, scope }: Module, block: Block): Value => {
  const { mode, type, name, body } = block;
  const place = placeFor(called.providers, body.provider);
  const { all: each, together } = instances(body, scope);
  const base = `${called.address}${mode === 'managed' ? '' : `${mode}.`}${type}.${name}`;
  return together(
    each.map(({ suffix, scope: inner }) => {
      const values = withKnown(mode, type, blockValues(body, inner, resourceMeta), place);
      const address = `${base}${suffix}`;
      all.resources.push({ address, mode, type, values, place, folder: source.folder });
      return addressed(values, address);
    }),
  );
};
