import type { Node } from './lazy-parser.ts';
import { type Module, moduleOf } from './module-of.ts';

/** Reads a source by its path from the root of the repository; `null` where there is none. */
export type ReadSource = (file: string) => string | null;

/** Where a fact is written, or, where a function makes it, what it is made by. */
export interface Written {
  readonly file: string;
  readonly line: number;
  /** Offsets of what is written there. */
  readonly start: number;
  readonly end: number;
  /** Steps of the path that are not to be seen there: a function makes them, or they are missing. */
  readonly rest: readonly string[];
}

interface At {
  readonly module: Module;
  readonly node: Node;
}

/**
 * Finds a part of a constant in the sources, through names, imports, spreads and members of other constants.
 * `undefined` where the module has no such constant.
 */
export function writtenAt(
  read: ReadSource,
  file: string,
  constant: string,
  steps: readonly string[],
): Written | undefined {
  const modules = new Map<string, Module | null>();
  const load = (path: string): Module | null => {
    const known = modules.get(path);
    if (known !== undefined) return known;
    const text = read(path);
    const made = text === null ? null : moduleOf(path, text);
    modules.set(path, made);
    return made;
  };
  const own = load(file);
  const start = own === null ? undefined : named(own, constant, load);
  if (start === undefined) return undefined;
  const { module, node, rest } = walk(start, steps, load);
  const line = module.text.slice(0, node.start).split('\n').length;
  return { file: module.file, line, start: node.start, end: node.end, rest };
}

type Load = (file: string) => Module | null;

/** A constant of a module: declared there, imported, or exported from another one. */
function named(module: Module, name: string, load: Load): At | undefined {
  const node = module.constants.get(name);
  if (node !== undefined) return { module, node };
  const source = module.imports.get(name);
  const other = source === undefined ? null : load(source.file);
  return other === null || source === undefined ? undefined : named(other, source.name, load);
}

/** Follows the steps as far as they can be seen. */
function walk(at: At, steps: readonly string[], load: Load): At & { rest: readonly string[] } {
  const seen = settled(at, load);
  const [step, ...rest] = steps;
  if (step === undefined) return { ...at, rest: [] };
  const next = partOf(seen, step, load);
  return next === undefined ? { ...seen, rest: steps } : walk(next, rest, load);
}

/** What a node says: without `freeze`, `as` and `satisfies`, and the value of a name or of a member of a constant. */
function settled(at: At, load: Load): At {
  const { module, node } = at;
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return settled({ module, node: node.expression }, load);
    case 'CallExpression':
      return node.callee.name === 'freeze' && node.arguments.length === 1
        ? settled({ module, node: node.arguments[0] }, load)
        : at;
    case 'Identifier': {
      const found = named(module, node.name, load);
      return found === undefined ? at : settled(found, load);
    }
    case 'MemberExpression': {
      const object = settled({ module, node: node.object }, load);
      const found = node.computed ? undefined : partOf(object, node.property.name, load);
      return found === undefined ? at : settled(found, load);
    }
    default:
      return at;
  }
}

/** A member of an object or an element of a list; the last that is written counts. */
function partOf({ module, node }: At, step: string, load: Load): At | undefined {
  if (node.type === 'ArrayExpression') return elementOf({ module, node }, Number(step));
  if (node.type !== 'ObjectExpression') return undefined;
  for (const member of (node.properties as readonly Node[]).toReversed()) {
    if (member.type === 'SpreadElement') {
      const spread = settled({ module, node: member.argument }, load);
      // Nothing says which members a function gives.
      if (spread.node.type !== 'ObjectExpression') return undefined;
      const found = partOf(spread, step, load);
      if (found !== undefined) return found;
    } else if (!member.computed && String(member.key.name ?? member.key.value) === step) {
      return { module, node: member.value };
    }
  }
  return undefined;
}

// After a spread nothing says where an element stands.
function elementOf({ module, node }: At, index: number): At | undefined {
  const elements = (node.elements as readonly (Node | null)[]).slice(0, index + 1);
  const element = elements[index];
  return !element || elements.some((one) => one?.type === 'SpreadElement')
    ? undefined
    : { module, node: element };
}
