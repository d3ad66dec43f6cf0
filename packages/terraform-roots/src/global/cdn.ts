import { type Cluster, type Environment, type Fleet, runsServices } from '@bizflow/config';
import {
  cdnHost,
  cdnOriginHost,
  cdnPublicHost,
  originHeader,
  originSecretNames,
} from '@bizflow/config/names';
import { type Blocks, literal } from '../root-file.ts';

/** The web ACL before CloudFront, as the generator has it from the edge policy. */
export interface CloudFrontAcl {
  readonly name: string;
  readonly description: string;
  readonly ruleJson: string;
  readonly logGroup: string;
  readonly redactedHeaders: readonly string[];
}

/** Inputs of `terraform/global` that only an environment with a CDN has. */
export const cdn = (
  environment: Environment,
  { globalLayers }: Fleet,
  places: readonly Cluster[],
  acl: CloudFrontAcl,
): Blocks => ({
  cdn: {
    host: cdnPublicHost(environment),
    origin_host: cdnOriginHost(environment),
    origins: Object.fromEntries(
      places
        .filter(runsServices)
        .map((cluster) => [
          cluster.region.id,
          { host: cdnHost(cluster), health_check: cluster.region.id },
        ]),
    ),
  },
  origin_lock: {
    header: originHeader,
    secrets: originSecretNames(environment),
    in_use: globalLayers[environment.name].originSecret,
    regions: places.map(({ region }) => region.id),
  },
  web_acl: {
    name: acl.name,
    description: acl.description,
    rule_json: literal(acl.ruleJson),
    log_group: acl.logGroup,
    redacted_headers: acl.redactedHeaders,
  },
});
