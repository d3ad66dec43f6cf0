import type { Expression } from '../expression/ast.ts';
import { evaluate, membersOf } from '../expression/evaluate.ts';
import { parseTemplate } from '../expression/parse.ts';
import { type Scope, within } from '../expression/scope.ts';
import {
  asText,
  isList,
  isObject,
  isUnknown,
  type Value,
  type Values,
} from '../expression/value.ts';
import { bodies } from '../hcl/module-source.ts';

const parsed = new Map<string, Expression>();

// The same few thousand texts are read for every root.
const expressionOf = (text: string): Expression => {
  const known = parsed.get(text) ?? parseTemplate(text);
  parsed.set(text, known);
  return known;
};

/** The value of what a file says at one place. */
export const resolved = (raw: Value, scope: Scope): Value => {
  if (typeof raw === 'string') return evaluate(expressionOf(raw), scope);
  if (isList(raw)) return raw.map((one) => resolved(one, scope));
  return isObject(raw) ? body(raw, scope) : raw;
};

/** Arguments that speak to Terraform itself, not to a provider. */
export const resourceMeta: ReadonlySet<string> = new Set(
  'count for_each provider depends_on lifecycle provisioner connection //'.split(' '),
);

const isDynamic = (value: Value | undefined): boolean =>
  value !== undefined &&
  bodies(value).every((named) =>
    Object.values(named).every((blocks) => bodies(blocks).some((one) => 'content' in one)),
  );

/** The arguments and nested blocks of a block without some, dynamic blocks written out. */
export const blockValues = (raw: Values, scope: Scope, without: ReadonlySet<string>): Values =>
  body(Object.fromEntries(Object.entries(raw).filter(([key]) => !without.has(key))), scope);

const body = (raw: Values, scope: Scope): Values => {
  const { dynamic, ...rest } = raw;
  const isBlock = isDynamic(dynamic);
  const values = Object.fromEntries(
    Object.entries(isBlock ? rest : raw).map(([key, value]) => [
      key.includes('${') ? asText(resolved(key, scope)) : key,
      resolved(value, scope),
    ]),
  );
  return isBlock ? { ...values, ...dynamics(raw, values, scope) } : values;
};

const dynamics = (raw: Values, values: Values, scope: Scope): Values => {
  const made: Record<string, readonly Value[]> = {};
  for (const named of bodies(raw.dynamic)) {
    for (const [label, blocks] of Object.entries(named)) {
      const before = made[label] ?? (isList(values[label]) ? values[label] : []);
      made[label] = [...before, ...bodies(blocks).flatMap((one) => writtenOut(label, one, scope))];
    }
  }
  return made;
};

const writtenOut = (label: string, block: Values, scope: Scope): readonly Values[] => {
  const iterator = String(block.iterator ?? label).replace(/^\$\{|\}$/g, '');
  const over = resolved(block.for_each ?? [], scope);
  if (isUnknown(over)) throw new Error(`dynamic ${label} walks through ${over}`);
  return membersOf(over).map(([key, value]) => {
    const each = within(scope, { [iterator]: { key, value } });
    return body(bodies(block.content)[0] ?? {}, each);
  });
};
