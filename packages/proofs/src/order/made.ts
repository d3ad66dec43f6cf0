import {
  bodies,
  isObject,
  managed,
  type Plan,
  type Resource,
  secretNameIn,
} from '@bizflow/terraform-plan';

type Names = (resource: Resource, plan: Plan) => readonly string[];

/** A thing of one account and region, as needs and makers spell it. */
export const at = (
  thing: string,
  { place: { account, region } }: Pick<Resource, 'place'>,
): string => `${thing} in ${account}/${region}`;

const tagged =
  (kind: string): Names =>
  (one) =>
    isObject(one.values.tags) ? [at(`${kind} ${one.values.tags.Name}`, one)] : [];

const named =
  (kind: string, key: string): Names =>
  (one) => [at(`${kind} ${one.values[key]}`, one)];

/** What another root finds by its name alone, by the type of the resource that makes it. */
const makers: Readonly<Record<string, Names>> = {
  aws_db_instance: ({ values }) => [`database ${values.arn}`],
  aws_ec2_transit_gateway: tagged('transit gateway'),
  aws_ec2_transit_gateway_route_table: tagged('transit gateway route table'),
  aws_ec2_transit_gateway_vpc_attachment: tagged('transit gateway attachment'),
  aws_ecr_repository: named('repository', 'name'),
  aws_iam_policy: ({ values }) => [`policy ${values.arn}`],
  aws_iam_role: ({ values }) => [`role ${values.arn}`],
  aws_kms_alias: named('key', 'name'),
  aws_ram_principal_association: lent,
  aws_route_table: tagged('route table'),
  aws_route53_zone: ({ values, place }) => [`zone ${values.name} in ${place.account}`],
  aws_s3_bucket: ({ values }) => [`bucket ${values.arn}`],
  aws_secretsmanager_secret_version: secretValue,
};

/** Subnets that a share lends to another account. */
function lent({ values, place }: Resource, { resources }: Plan): readonly string[] {
  const share = JSON.stringify(values.resource_share_arn);
  return resources
    .filter(({ type }) => type === 'aws_ram_resource_association')
    .filter((one) => JSON.stringify(one.values.resource_share_arn) === share)
    .flatMap((one) => {
      const [, address] = /subnet\/‹(.+)\.id›$/.exec(String(one.values.resource_arn)) ?? [];
      const subnet = resources.find((other) => other.address === address);
      const cidr = subnet?.values.cidr_block;
      return [`subnet ${cidr} of ${place.account} in ${values.principal}/${place.region}`];
    });
}

/** A value of a secret, at home and in the regions that it is copied to. */
function secretValue(version: Resource, { resources }: Plan): readonly string[] {
  const name = secretNameIn(String(version.values.secret_id));
  const secret = resources.find(
    ({ type, values }) => type === 'aws_secretsmanager_secret' && values.name === name,
  );
  const regions = bodies(secret?.values.replica).map(({ region }) => String(region));
  return [version.place.region, ...regions].map((region) =>
    at(`value of secret ${name}`, { place: { ...version.place, region } }),
  );
}

/** The things that some resources of a plan make and other roots look for. */
export const madeBy = (resources: readonly Resource[], plan: Plan): readonly string[] =>
  managed({ resources }).flatMap((one) => makers[one.type]?.(one, plan) ?? []);
