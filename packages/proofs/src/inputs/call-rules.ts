import { type Problem, problem } from '@bizflow/kernel';
import type { ModuleCall, Plan, Scope, Tree } from '@bizflow/terraform-plan';
import {
  asJson,
  bodies,
  conform,
  isUnknown,
  type ModuleSource,
  resolved,
  type Value,
  type Values,
  variableType,
} from '@bizflow/terraform-plan';

/** What a root hands to its modules: known inputs, all required ones, of the right type and range. */
export const callRules = (plan: Plan, tree: Tree): readonly Problem[] => [
  ...plan.failures.map(({ at, why }) =>
    inTerraform(
      'PLAN_FAILS',
      `${plan.root} ${at}`,
      'expression',
      why,
      'correct the expression, or add what the planner lacks (packages/terraform-plan/README.md)',
    ),
  ),
  ...plan.calls.flatMap((call) => {
    const source = tree[call.folder];
    return source === undefined ? [] : inputRules(`${plan.root} ${call.address}`, call, source);
  }),
];

const inTerraform = (
  ...[code, at, value, reason, remedy]: readonly [string, string, string, string, string]
): Problem => problem({ code, at: `terraform/${at}`, value, reason, remedy });

const inputRules = (at: string, { inputs, folder }: ModuleCall, source: ModuleSource) => {
  const { variables } = source;
  const given = Object.keys(inputs);
  const required = Object.keys(variables).filter((name) => variables[name]?.default === undefined);
  const remedy = `compare with the variables of terraform/${folder}`;
  return [
    ...given
      .filter((name) => !(name in variables))
      .map((name) =>
        inTerraform('INPUT_UNKNOWN', at, name, 'the module has no variable of this name', remedy),
      ),
    ...required
      .filter((name) => !given.includes(name))
      .map((name) =>
        inTerraform(
          'INPUT_MISSING',
          at,
          name,
          'the module needs this variable, and it has no default',
          remedy,
        ),
      ),
    ...given
      .filter((name) => name in variables)
      .flatMap((name) => valueRules(`${at} ${name}`, name, inputs, source)),
  ];
};

const valueRules = (at: string, name: string, inputs: Values, { variables }: ModuleSource) => {
  const declared = variables[name] ?? {};
  const attempt = valueOrFailure(() => inputs[name] ?? null);
  // The plan's failures name a value that cannot be worked out.
  if ('failure' in attempt) return [];
  const { value, faults } = conform(attempt.value, variableType(declared), `var.${name}`);
  if (faults.length > 0) {
    return faults.map((why) =>
      inTerraform(
        'INPUT_TYPE',
        at,
        asJson(attempt.value),
        why,
        'pass a value of the declared type',
      ),
    );
  }
  return bodies(declared.validation).flatMap((rule) => {
    const holds = valueOrFailure(() =>
      resolved(rule.condition ?? true, scopeOf(name, value, inputs, variables)),
    );
    if ('failure' in holds || holds.value === true || isUnknown(holds.value)) return [];
    return inTerraform(
      'INPUT_REFUSED',
      at,
      asJson(value),
      String(rule.error_message),
      'pass a value that the validation of the module accepts',
    );
  });
};

const valueOrFailure = (
  work: () => Value,
): { readonly value: Value } | { readonly failure: unknown } => {
  try {
    return { value: work() };
  } catch (failure) {
    return { failure };
  }
};

// A validation may look at other variables too, since Terraform 1.9.
const scopeOf = (
  name: string,
  value: Value,
  inputs: Values,
  variables: ModuleSource['variables'],
): Scope => {
  const seen = Object.entries(variables).map(([other, declared]) => {
    const given = inputs[other] ?? declared.default ?? null;
    return [other, conform(given, variableType(declared), other).value] as const;
  });
  const all = { ...Object.fromEntries(seen), [name]: value };
  const lookUp = (root: string): Value => {
    if (root === 'var') return all;
    throw new Error(`a validation cannot see ${root}`);
  };
  return { functions: {}, lookUp };
};
