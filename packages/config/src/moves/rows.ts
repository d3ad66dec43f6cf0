import type { Cluster } from '../clusters/clusters.ts';
import type { Tenancy } from '../tenancy/tenancy.ts';

// The application's register of tenants knows their countries; this repository does not.
const ofTenants = (table: Tenancy['tables'][number], { schema }: Tenancy): string =>
  `from ${schema}.${table.name} where ${table.tenantColumn} = any (:'tenants'::uuid[])`;

const psql = (url: string): string =>
  `psql "$${url}" --no-psqlrc --set ON_ERROR_STOP=1 --set tenants="{$(paste -sd, tenants.txt)}"`;

const rowsFolder = (bucket: string, move: string): string => `s3://${bucket}/moves/${move}`;

/** Copies the rows of a move, once they are written, from a bucket of one region to one of another. */
export const rowsCarried = (
  [source, from]: readonly [bucket: string, Cluster],
  [target, to]: readonly [bucket: string, Cluster],
  move: string,
): string =>
  `aws s3 cp ${rowsFolder(source, move)} ${rowsFolder(target, move)} --recursive --source-region ${from.region.id} --region ${to.region.id}`;

/** Writes the rows of the tenants in `tenants.txt` into a bucket, table by table. */
export const rowsOut = (tenancy: Tenancy, bucket: string, move: string): readonly string[] =>
  tenancy.tables.map(
    (table) =>
      `echo "copy (select * ${ofTenants(table, tenancy)}) to stdout" | ${psql('FROM_URL')} | aws s3 cp - ${rowsFolder(bucket, move)}/${table.name}.rows`,
  );

/** Reads them into the database of the other end; rows that a former copy left are replaced. */
export const rowsIn = (tenancy: Tenancy, bucket: string, move: string): readonly string[] =>
  tenancy.tables.flatMap((table) => [
    `echo "delete ${ofTenants(table, tenancy)}" | ${psql('TO_URL')}`,
    `aws s3 cp ${rowsFolder(bucket, move)}/${table.name}.rows - | psql "$TO_URL" --no-psqlrc --set ON_ERROR_STOP=1 --command "copy ${tenancy.schema}.${table.name} from stdin"`,
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
