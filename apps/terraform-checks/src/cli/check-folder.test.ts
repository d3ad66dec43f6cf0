import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { skips } from '@bizflow/testing/tools';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFolder } from './check-folder.ts';
import { foldersIn } from './folders.ts';
import { eachOf } from './run.ts';
import { findTerraform } from './terraform.ts';

const tree = mkdtempSync(join(tmpdir(), 'bizflow-check-'));
afterAll(() => rmSync(tree, { recursive: true }));

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
};

// Modules with only Terraform's own resource need no provider, so these take a second.
const sound = `variable "size" {
  type = number
  validation {
    condition     = var.size > 2
    error_message = "Three zones need three."
  }
}
resource "terraform_data" "x" {
  input = var.size
}
`;
write('modules/sound/main.tf', sound);
write(
  'modules/sound/tests/size.tftest.hcl',
  `run "keeps" {
  variables {
    size = 3
  }
}
run "refuses" {
  command = plan
  variables {
    size = 2
  }
  expect_failures = [var.size]
}
`,
);
write('modules/broken/main.tf', 'output "x" {\n  value = local.missing\n}\n');
write(
  'modules/aging/main.tf',
  'resource "terraform_data" "x" {\n  lifecycle {\n    ignore_changes = ["input"]\n  }\n}\n',
);
write('environments/e/r/main.tf.json', '{"module":{"x":{"source":"../../../modules/sound"}}}');

const terraform = findTerraform();
const noTerraform = skips(
  'terraform',
  'terraform:check itself',
  typeof terraform === 'string' ? terraform : undefined,
);

describe('terraform:check', () => {
  it('finds modules before roots, and takes a folder of tests for no module', () => {
    expect(foldersIn(tree)).toEqual([
      { path: 'modules/aging', kind: 'module', tested: false },
      { path: 'modules/broken', kind: 'module', tested: false },
      { path: 'modules/sound', kind: 'module', tested: true },
      { path: 'environments/e/r', kind: 'root', tested: false },
    ]);
  });

  it.skipIf(noTerraform)(
    'fails with the file, the line and the words of what is at fault, a deprecation among them',
    async () => {
      if (typeof terraform === 'string') return;
      const checked = await eachOf(foldersIn(tree), 2, (f) => checkFolder(terraform, tree, f));
      const told = checked.map(({ path, passed, steps, failure }) => ({
        path,
        passed,
        last: steps.at(-1)?.step,
        failure: failure?.split(': ')[0]?.split(/\s+/).join(' '),
      }));
      expect(told).toEqual([
        {
          path: 'modules/aging',
          passed: 0,
          last: 'validate',
          failure: 'warning terraform/modules/aging/main.tf:3 Quoted references are deprecated',
        },
        {
          path: 'modules/broken',
          passed: 0,
          last: 'validate',
          failure: 'error terraform/modules/broken/main.tf:2 Reference to undeclared local value',
        },
        { path: 'modules/sound', passed: 2, last: 'test', failure: undefined },
        {
          path: 'environments/e/r',
          passed: 0,
          last: 'validate',
          failure: 'error terraform/environments/e/r/main.tf.json:1 Missing required argument',
        },
      ]);
    },
  );
});
