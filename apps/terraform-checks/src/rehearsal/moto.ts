import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pinned: what moto can do changes with each release, and the list of deviations with it. */
// renovate: datasource=pypi depName=moto
export const motoVersion = '5.2.1';

/**
 * Patches how moto handles multi-Region keys: AWS writes their ids without dashes (KMS, "Key ID"), and gives a
 * replica the policy, tags and description it is asked for (ReplicateKey), no aliases and no grants, and leaves
 * the primary a primary.
 */
export const multiRegionKeys = `
import json
import uuid
import moto.kms.models
from moto.kms.models import kms_backends
from moto.kms.responses import KmsResponse

def generate_key_id(multi_region=False):
    return 'mrk-' + uuid.uuid4().hex if multi_region else str(uuid.uuid4())

validate = KmsResponse._validate_cmk_id
def validate_cmk_id(self, key_id):
    validate(self, self._display_arn(key_id) if key_id.startswith('mrk-') else key_id)

replicate = KmsResponse.replicate_key
def replicate_key(self):
    body = replicate(self)
    key_id = json.loads(body)['ReplicaKeyMetadata']['KeyId']
    region = kms_backends[self.current_account][self._get_param('ReplicaRegion')]
    region.put_key_policy(key_id, self._get_param('Policy'))
    region.tag_resource(key_id, self._get_param('Tags') or [])
    key = region.keys[key_id]
    key.description = self._get_param('Description')
    key.aliases, key.grants = {}, {}
    key.multi_region_configuration = {**key.multi_region_configuration, 'MultiRegionKeyType': 'REPLICA'}
    return body

moto.kms.models.generate_key_id = generate_key_id
KmsResponse._validate_cmk_id = validate_cmk_id
KmsResponse.replicate_key = replicate_key
`;

/** Python that runs before moto's server: how keys, shares, connections and Redis are on AWS. */
export const additions = (): string =>
  [
    multiRegionKeys,
    ...[
      'moto-additions.py',
      'moto-elasticache.py',
      'moto-elasticache-failover.py',
      'moto-outage.py',
      'moto-transit-gateway.py',
      'moto-memory.py',
      'moto-rds-replicas.py',
      'moto-rds.py',
      'moto-route53.py',
      'moto-tags.py',
    ].map((file) => readFileSync(join(import.meta.dirname, file), 'utf8')),
  ].join('\n');

const answers = (python: string, code: string): string => {
  const { status, stdout } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

const versionOf = (python: string): string =>
  answers(python, 'import moto.server, moto; print(moto.__version__)');

/** A Python that has moto of the pinned version, or the reason why there is none. */
export const pythonWithMoto = (
  cache: string,
): { readonly python: string } | { readonly why: string } => {
  if (versionOf('python3') === motoVersion) return { python: 'python3' };
  const venv = join(cache, `moto-${motoVersion}`);
  const python = join(venv, 'bin/python');
  if (existsSync(python) && versionOf(python) === motoVersion) return { python };
  const made = spawnSync('python3', ['-m', 'venv', venv], { encoding: 'utf8' });
  if (made.error !== undefined) return { why: `python3 does not start: ${made.error.message}` };
  const install = ['-m', 'pip', 'install', '--quiet', `moto[all,server]==${motoVersion}`];
  const installed = spawnSync(python, install, { encoding: 'utf8' });
  if (versionOf(python) === motoVersion) return { python };
  return { why: installed.stderr?.trim().split('\n').at(-1) ?? 'moto does not install' };
};
