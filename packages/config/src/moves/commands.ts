import type { Cluster } from '../clusters/clusters.ts';
import { bucketName } from '../names/names.ts';
import { regionRoot } from '../order/root-paths.ts';
import type { Tenancy } from '../tenancy/tenancy.ts';

/** Terraform in the root of a region. */
export const terraform = (cluster: Cluster, words: string): string =>
  `terraform -chdir=terraform/environments/${regionRoot(cluster)} ${words}`;

/** kubectl with the context of a cluster, which has the cluster's name. */
export const kubectl = ({ name }: Cluster, words: string): string =>
  `kubectl --context ${name} ${words}`;

/** AWS's command in a region. */
export const aws = ({ region }: Cluster, words: string): string =>
  `aws --region ${region.id} ${words}`;

/** The buckets of the data of tenants at both ends, by purpose. */
export const bucketPairs = (
  from: Cluster,
  to: Cluster,
): readonly { readonly from: string; readonly to: string }[] =>
  from.region.buckets.map((bucket) => ({
    from: bucketName(from, bucket),
    to: bucketName(to, bucket),
  }));

// The application's register of tenants knows their countries; this repository does not.
const ofTenants = (table: Tenancy['tables'][number], { schema }: Tenancy): string =>
  `from ${schema}.${table.name} where ${table.tenantColumn} = any (:'tenants'::uuid[])`;

const psql = (url: string): string =>
  `psql "$${url}" --no-psqlrc --set ON_ERROR_STOP=1 --set tenants="{$(paste -sd, tenants.txt)}"`;

/** Writes the rows of the tenants in `tenants.txt` into a bucket, table by table. */
export const rowsOut = (tenancy: Tenancy, bucket: string, move: string): readonly string[] =>
  tenancy.tables.map(
    (table) =>
      `echo "copy (select * ${ofTenants(table, tenancy)}) to stdout" | ${psql('FROM_URL')} | aws s3 cp - s3://${bucket}/moves/${move}/${table.name}.rows`,
  );

/** Reads them into the database of the other end; rows that a former copy left are replaced. */
export const rowsIn = (tenancy: Tenancy, bucket: string, move: string): readonly string[] =>
  tenancy.tables.flatMap((table) => [
    `echo "delete ${ofTenants(table, tenancy)}" | ${psql('TO_URL')}`,
    `aws s3 cp s3://${bucket}/moves/${move}/${table.name}.rows - | psql "$TO_URL" --no-psqlrc --set ON_ERROR_STOP=1 --command "copy ${tenancy.schema}.${table.name} from stdin"`,
  ]);

/** Prints the number and a checksum of the tenants' rows, a line for each table. */
export const rowsDigest = (tenancy: Tenancy, url: string): string =>
  tenancy.tables
    .map(
      (table) =>
        `echo "select '${table.name}', count(*), md5(string_agg(t::text, '' order by t::text)) from (select * ${ofTenants(table, tenancy)}) t" | ${psql(url)} --tuples-only`,
    )
    .join(' && ');

/** Removes the tenants' rows, in the order that their references ask for. */
export const rowsErased = (tenancy: Tenancy, url: string): readonly string[] =>
  tenancy.tables
    .toReversed()
    .map((table) => `echo "delete ${ofTenants(table, tenancy)}" | ${psql(url)}`);
