import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inOrder } from '@bizflow/kernel';
import type { CheckCommand } from '@bizflow/testing/check-command';
import type { Tool } from '@bizflow/testing/tools';

/** A reader in another language: the rendered client it uses, and a program that prints every country's facts. */
interface Language {
  readonly name: string;
  readonly tool: Tool;
  readonly folder: string;
  readonly file: string;
  readonly program: string;
  readonly run: readonly [command: string, ...args: string[]];
}

const languages: readonly Language[] = [
  {
    name: 'Python',
    tool: 'python',
    folder: 'python',
    file: 'reader.py',
    program: `import json
import bizflow_region_catalog as bizflow

codes = bizflow.catalog["countries"]
print(json.dumps({code: bizflow.country(code) for code in codes}))
`,
    run: ['python3', '-B', 'reader.py'],
  },
  {
    name: 'Go',
    tool: 'go',
    folder: 'go',
    file: 'reader/main.go',
    program: `package main

import (
	"encoding/json"
	"os"

	regioncatalog "github.com/bizflow/platform/clients/go"
)

func main() {
	answers := map[string]regioncatalog.CountryFacts{}
	for code := range regioncatalog.Read().Countries {
		answers[code], _ = regioncatalog.Country(code)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		panic(err)
	}
}
`,
    run: ['go', 'run', './reader'],
  },
  {
    name: 'Terraform',
    tool: 'terraform',
    folder: 'terraform',
    file: 'reader/main.tf',
    program: `module "region_catalog" {
  source = "../"
}

output "answers" {
  value = jsonencode(module.region_catalog.countries)
}
`,
    run: [
      'sh',
      '-c',
      'cd reader && terraform init -backend=false >/dev/null && terraform apply -auto-approve >/dev/null && terraform output -raw answers',
    ],
  },
];

/** Each language's answer for every country, against those of the package; one line for each. */
export function inOtherLanguages(
  clients: string,
  home: string,
  expected: Readonly<Record<string, unknown>>,
  without: CheckCommand['without'],
): readonly string[] {
  return languages.flatMap(({ name, tool, folder, file, program, run: [command, ...args] }) => {
    const at = join(home, name);
    cpSync(join(clients, folder), at, { recursive: true });
    mkdirSync(join(at, 'reader'), { recursive: true });
    writeFileSync(join(at, file), program);
    if (spawnSync(tool === 'python' ? 'python3' : tool, ['version']).error) {
      without(tool, `the catalog read in ${name}`, `${tool} is not installed`);
      return [];
    }
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: at, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    return [`${name} agrees on ${agreed(name, JSON.parse(stdout), expected)} countries`];
  });
}

const sorted = (value: unknown): string => JSON.stringify(inOrder(value));

function agreed(
  name: string,
  found: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, unknown>>,
): number {
  const codes = [...new Set([...Object.keys(found), ...Object.keys(expected)])];
  const wrong = codes.filter((code) => sorted(found[code]) !== sorted(expected[code]));
  if (wrong.length > 0) throw new Error(`${name} differs for ${wrong.join(', ')}`);
  return codes.length;
}
