import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asJson, evaluate, parseExpression, type Scope, type Value } from '@bizflow/terraform-plan';
import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';
import { findTerraform, terraformEnv } from './terraform.ts';

const nothing: Scope = {
  functions: {},
  lookUp: (name) => {
    throw new Error(`no ${name}`);
  },
};

/** Expressions that Terraform itself can evaluate without any configuration. */
const closed = [
  '1 + 2 * 3 - 4 / 2 % 3',
  '(1 + 2) * -3 < 0 && !(1 == 2) || false',
  '1 == "1"',
  '"a${1 + 1}b" == "a2b" ? ["x"] : ["y"]',
  '"$${x} %%{y} \\"q\\" \\u0041\\n"',
  '"%{ if 1 > 2 }a%{ else }b%{ endif }%{ for i, x in ["p", "q"] }${i}${x}%{ endfor }"',
  '[for i, x in ["a", "b"] : "${i}-${x}" if x != "a"]',
  '{ for k, v in { b = 2, a = 1 } : upper(k) => v + 1 }',
  '{ for x in ["a", "b", "ab"] : substr(x, 0, 1) => x... }',
  '[{ a = [1, 2] }, { a = [3] }][*].a[0]',
  'flatten([[1, [2]], [3]])[2]',
  '{ "a.b" = 1, (lower("C")) : 2 }["a.b"]',
  'merge({ a = 1 }, [{ b = 2 }, { a = 3 }]...)',
  'try({ a = 1 }.b, null, 2) == null',
  'can(regex("^a", "b"))',
  'regex("([a-z]+)-(\\\\d+)", "ab-12")',
  'replace("a.b.c", "/\\\\./", "-")',
  'cidrsubnet("10.1.0.0/16", 8, 21)',
  'cidrsubnets("10.0.0.0/16", 4, 8, 4)',
  'cidrhost("10.1.2.0/24", 5)',
  'cidrhost("10.1.2.0/24", -2)',
  'cidrnetmask("10.1.0.0/18")',
  'jsonencode({ b = [1, true, null], a = "x" })',
  'sort(setsubtract(toset(["c", "a", "b"]), ["b"]))',
  'setproduct(["a", "b"], ["x", "y"])',
  'zipmap(["a", "b"], [1, 2])',
  'transpose({ a = ["x", "y"], b = ["y"] })',
  'range(1, 10, 4)',
  'format("%s-%03d-%q", "a", 7, "b")',
  'element(["a", "b"], 3)',
  'coalesce("", null, "x")',
  'distinct(concat(["a"], ["b", "a"]))',
  'trimsuffix(trimprefix("x-a-y", "x-"), "-y")',
  'title(join(" ", reverse(["a", "b"])))',
  'sum([1, 2.5]) + max(1, 5) + min([4, 2]...)',
  'split(",", "a,b")[1]',
  'lookup({ a = 1 }, "b", 7)',
  'slice(["a", "b", "c"], 1, 3)',
  'alltrue([for x in [1, 2] : x > 0]) && anytrue([false, true])',
  'contains(keys({ a = 1 }), "a") && length("äb") == 2',
  'chunklist(["a", "b", "c"], 2)',
  'compact(["a", "", null])',
];

const terraform = findTerraform();
const noTerraform = skips(
  'terraform',
  'what terraform console says',
  typeof terraform === 'string' ? terraform : undefined,
);

describe('the evaluator of @bizflow/terraform-plan', () => {
  it.skipIf(noTerraform)('gives what terraform console gives', () => {
    if (typeof terraform === 'string') return;
    const cwd = mkdtempSync(join(tmpdir(), 'bizflow-console-'));
    const input = `jsonencode([${closed.join(', ')}])\n`;
    const ended = spawnSync(terraform.binary, ['console'], {
      cwd,
      input,
      env: terraformEnv(),
      encoding: 'utf8',
    });
    rmSync(cwd, { recursive: true });
    expect(ended.stderr).toBe('');
    const theirs: Value = JSON.parse(JSON.parse(ended.stdout));
    const ours = closed.map((text) => evaluate(parseExpression(text), nothing));
    expect(ours.map((one, at) => `${closed[at]} = ${asJson(one)}`)).toEqual(
      (theirs as readonly Value[]).map((one, at) => `${closed[at]} = ${asJson(one)}`),
    );
  });
});
