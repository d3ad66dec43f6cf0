import { type Problem, problem } from '@bizflow/kernel';
import {
  asJson,
  bodies,
  isObject,
  type ModuleSource,
  type Value,
  type Values,
} from '@bizflow/terraform-plan';

/** What every module says of the versions it needs; a root names one version of the provider. */
const constraints = { terraform: '>= 1.11', aws: '>= 5.100, < 7' } as const;

/** What a module or root must hold, and must not. */
export const shapeRules = (source: ModuleSource): readonly Problem[] => [
  ...versionRules(source),
  ...(isRoot(source) ? [] : moduleRules(source)),
];

/** Whether a folder is a rendered root, which alone has providers and a state. */
export const isRoot = ({ folder }: ModuleSource): boolean => folder.startsWith('environments/');

const versionRules = ({ folder, terraform, files }: ModuleSource): readonly Problem[] => {
  const required = terraform.flatMap((one) => one.required_version ?? []);
  const aws = terraform
    .flatMap((one) => bodies(one.required_providers))
    .flatMap((one) => (isObject(one.aws) ? (one.aws.version ?? []) : []));
  const said = `${asJson(required)} ${asJson(aws)}`;
  const terraformSays = asJson([constraints.terraform]);
  const wanted = `${terraformSays} ${asJson([constraints.aws])}`;
  const one = aws.length === 1 && /^\d+\.\d+\.\d+$/.test(String(aws[0]));
  return [
    ...(isModule(folder)
      ? check(said === wanted, 'VERSIONS', folder, said, `must say ${wanted}, once`)
      : check(
          asJson(required) === terraformSays && one,
          'VERSIONS',
          folder,
          said,
          `must say ${terraformSays} and name one version of the provider: with a range, two people plan with two`,
        )),
    ...check(
      !isModule(folder) || files.includes('versions.tf'),
      'VERSIONS_FILE',
      folder,
      files.join(', '),
      'has no versions.tf',
    ),
  ];
};

const isModule = (folder: string): boolean => !folder.startsWith('environments/');

const check = (holds: boolean, code: string, at: string, value: string, reason: string) =>
  holds
    ? []
    : [
        problem({
          code,
          at: `terraform/${at}`,
          value,
          reason,
          remedy: 'see CONTRIBUTING.md, Terraform',
        }),
      ];

const moduleRules = (source: ModuleSource): readonly Problem[] => {
  const { folder, providers, terraform, variables, outputs } = source;
  const configured = Object.values(providers).flat().length;
  const states = terraform.filter((one) => one.backend !== undefined).length;
  return [
    ...check(
      configured === 0,
      'PROVIDER_IN_MODULE',
      folder,
      'provider',
      'only a root configures it',
    ),
    ...check(states === 0, 'BACKEND_IN_MODULE', folder, 'backend', 'only a root configures it'),
    ...described(folder, 'var', variables),
    ...described(folder, 'output', outputs),
    ...Object.entries(variables).flatMap(([name, { type }]) =>
      check(
        typeof type === 'string',
        'TYPE',
        `${folder} var.${name}`,
        '',
        'the variable has no type',
      ),
    ),
  ];
};

const described = (
  folder: string,
  kind: string,
  all: Readonly<Record<string, Values>>,
): readonly Problem[] =>
  Object.entries(all).flatMap(([name, { description }]) =>
    check(
      isText(description),
      'DESCRIPTION',
      `${folder} ${kind}.${name}`,
      '',
      'has no description',
    ),
  );

const isText = (value: Value | undefined): boolean => typeof value === 'string' && value !== '';
