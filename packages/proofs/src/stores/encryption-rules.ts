import { type Problem, problem, unless } from '@bizflow/kernel';
import {
  bodies,
  managed,
  ofType,
  type Plan,
  type Resource,
  type Value,
} from '@bizflow/terraform-plan';
import { isKnownType, isSecondary, ofBucket, storeKinds } from './store-kinds.ts';

const at = ({ root }: Plan, { address }: Resource): string => `terraform/${root} ${address}`;

/** Every store is encrypted with a key that its own root makes in its own region, and is reached by TLS alone. */
export const encryptionRules = (plan: Plan): readonly Problem[] =>
  managed(plan).flatMap((store) => [
    ...unless(isKnownType(store.type) || !store.type.startsWith('aws_'), {
      code: 'STORE_UNKNOWN',
      at: at(plan, store),
      value: store.type,
      reason: 'is a type that no list names, so that it is unknown whether it keeps data',
      remedy: 'add it to one of the lists in packages/proofs/src/stores/store-kinds.ts',
    }),
    ...keyRules(store, plan),
    ...tlsRules(store, plan),
  ]);

function keyRules(store: Resource, plan: Plan): readonly Problem[] {
  const kind = storeKinds[store.type];
  if (kind === undefined) return [];
  const settings = Object.entries(kind.settings?.(store.values, plan) ?? {});
  return [
    ...kind.keys(store.values, plan).flatMap((key) =>
      unless(isOwnKey(key, store, plan), {
        code: 'STORE_UNENCRYPTED',
        at: at(plan, store),
        value: typeof key === 'string' ? key : 'no key',
        reason: 'keeps data, and is not encrypted with a key of its own root and region',
        remedy: 'give it a key of this root, such as one of module.security',
      }),
    ),
    ...settings.flatMap(([name, is]) =>
      unless(is, {
        code: 'STORE_UNENCRYPTED',
        at: at(plan, store),
        value: name,
        reason: 'is not set, so that stored data is not encrypted with the key',
        remedy: `set ${name} in the module`,
      }),
    ),
  ];
}

// A key that an apply makes is a named unknown: ‹module.security.aws_kms_key.regional["database"].arn›.
const isOwnKey = (key: Value | undefined, store: Resource, plan: Plan): boolean => {
  const [, address] = typeof key === 'string' ? (/^‹(.+)\.arn›$/.exec(key) ?? []) : [];
  return managed(plan).some(
    (one) =>
      one.address === address &&
      /^aws_kms_(?:replica_)?key$/.test(one.type) &&
      one.place.region === store.place.region,
  );
};

const tlsRules = (store: Resource, plan: Plan): readonly Problem[] =>
  (isTlsOnly[store.type]?.(store, plan) ?? true)
    ? []
    : [
        problem({
          code: 'STORE_PLAINTEXT',
          at: at(plan, store),
          value: store.type,
          reason: 'accepts connections that are not encrypted',
          remedy:
            'demand TLS: rds.force_ssl, transit_encryption_mode, or a statement in the policy',
        }),
      ];

const isTlsOnly: Readonly<Record<string, (store: Resource, plan: Plan) => boolean>> = {
  aws_db_instance: (_, plan) => {
    const groups = ofType(plan, 'aws_db_parameter_group');
    const forces = ({ values }: Resource): boolean =>
      bodies(values.parameter).some(({ name, value }) => name === 'rds.force_ssl' && value === '1');
    return groups.length > 0 && groups.every(forces);
  },
  aws_elasticache_replication_group: ({ values }) =>
    isSecondary(values) ||
    (values.transit_encryption_enabled === true && values.transit_encryption_mode === 'required'),
  aws_s3_bucket: ({ values }, plan) =>
    ofBucket('aws_s3_bucket_policy', values.bucket, plan).some((one) =>
      refusesPlaintext(String(one.values.policy)),
    ),
};

interface Statement {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Condition?: unknown;
}

// Written as one value or as a list of one.
const refusesPlaintext = (policy: string): boolean =>
  (JSON.parse(policy).Statement as readonly Statement[]).some(
    ({ Effect, Action, Condition }) =>
      Effect === 'Deny' &&
      String(Action) === 's3:*' &&
      /^\{"Bool":\{"aws:SecureTransport":\[?"false"\]?\}\}$/.test(JSON.stringify(Condition)),
  );
