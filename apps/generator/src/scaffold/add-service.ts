import { type Fleet, fleetRules, type Service } from '@bizflow/config';
import { unless } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';
import { refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { lockPath, lockText } from '../lock.ts';
import { isError } from '../plan.ts';
import { amend } from './amend.ts';
import { exampleNumber } from './example-number.ts';
import { formatThenSay } from './format.ts';
import { camelCase, literal } from './typescript.ts';

/** What a person says of a new service. */
export interface ServiceOptions {
  readonly name: string;
  readonly port: number;
  readonly compute: 'karpenter' | 'fargate';
  readonly host: string;
}

const folder = 'packages/config/src/services';
const next = 'next: read the policy and the lock, then npx nx generate @bizflow/generator:render';

/** Writes a service's policy and registers it, unless a rule of the fleet reports an error. */
export function addService(tree: Tree, options: ServiceOptions): () => void {
  const service = newService(options);
  const facts = factsOf(tree);
  const path = `${folder}/${service.name}.ts`;
  refuse(
    unless(!tree.exists(path) || facts.services.some(({ name }) => name === service.name), {
      code: 'SERVICE_TAKEN',
      at: '--name',
      value: service.name,
      reason: `is the name of a file that exists: ${path}`,
      remedy: 'choose another name',
    }),
  );
  const lock = pinned(facts, service);
  const wanted = { ...facts, services: [...facts.services, service], lock };
  refuse(fleetRules(wanted).filter(isError));
  // The suffix keeps a name like `class` from being a word of the language.
  const constant = `${camelCase(service.name)}Service`;
  tree.write(
    path,
    `import type { Service } from './service.ts';\n\nexport const ${constant} = ${literal(service)} as const satisfies Service;\n`,
  );
  amend(tree, [
    {
      path: `${folder}/services.ts`,
      find: /(import \{ \w+ \} from '\.\/)/,
      replace: `import { ${constant} } from './${service.name}.ts';\n$1`,
    },
    { path: `${folder}/services.ts`, find: /,?\s*\]\)/, replace: `,\n  ${constant},\n])` },
  ]);
  tree.write(lockPath, lockText(lock));
  return formatThenSay(tree, next);
}

const answersRequests = {
  attempts: 'http_server_request_duration_seconds_count',
  counted: 'http_route!="/health"',
  failed: 'http_response_status_code=~"5.."',
};

const worksThroughMessages = {
  attempts: 'messaging_process_duration_seconds_count',
  counted: 'messaging_destination_name!=""',
  failed: 'error_type!=""',
};

const newService = ({ name, port, compute, host }: ServiceOptions): Service => ({
  name,
  port,
  healthPath: '/health',
  compute:
    compute === 'fargate'
      ? { kind: 'fargate', architecture: 'amd64' }
      : { kind: 'karpenter', architecture: 'arm64' },
  exposure:
    host === ''
      ? null
      : {
          host,
          certified: { production: null, staging: null },
          answersRegion: false,
          answersCdn: false,
        },
  priority: 'bizflow-standard',
  resources: { cpuMillicores: 250, memoryMi: 512 },
  replicas: { production: { min: 2, max: 10 }, staging: { min: 1, max: 2 } },
  targetCpuPercent: 65,
  maxUnavailablePercent: 25,
  shutdownSeconds: 60,
  // The least: the connections of a database are counted, and few are left (DATABASE_CONNECTIONS).
  reaches: ['redis'],
  variables: [
    'NODE_ENV',
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'REDIS_URL',
    'REDIS_TLS',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'LOG_LEVEL',
  ],
  failures: host === '' ? worksThroughMessages : answersRequests,
});

// A placeholder digest renders with a warning, until a real image is pinned.
const pinned = ({ lock, environments }: Fleet, { name }: Service): Fleet['lock'] => {
  const digest = `sha256:${exampleNumber(name).padStart(64, '0')}` as const;
  const image = { tag: '1.0.0', digest, architectures: [], pushedAt: null, placeholder: true };
  const entries = environments.map((environment) => [
    environment.name,
    { ...lock.images[environment.name], [name]: image },
  ]);
  return { ...lock, images: Object.fromEntries(entries) };
};
