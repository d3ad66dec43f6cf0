import type { Move } from '@bizflow/region-catalog/moves';
import { type Cluster, clusters } from '../clusters/clusters.ts';
import { bucketName } from '../names/names.ts';
import { aws } from './commands.ts';
import type { Places } from './stage.ts';

/** The buckets of the data of tenants at both ends, by purpose. */
export const bucketPairs = (
  from: Cluster,
  to: Cluster,
): readonly { readonly from: string; readonly to: string }[] =>
  from.region.buckets.map((bucket) => ({
    from: bucketName(from, bucket),
    to: bucketName(to, bucket),
  }));

/**
 * Copies what is in the buckets of one end and not of the other, and goes from bucket to bucket. Where others stay, only
 * what lies under the prefixes in `prefixes.txt`.
 */
export const objectsCopied = (from: Cluster, to: Cluster, move: Move): readonly string[] =>
  bucketPairs(from, to).map(({ from: source, to: target }) => {
    const sync = (prefix: string) =>
      `aws s3 sync s3://${source}/${prefix} s3://${target}/${prefix} --source-region ${from.region.id} --region ${to.region.id}`;
    return areAllConcerned(from, move) ? sync('') : eachPrefix(sync('$prefix'));
  });

/** Prints what `objectsCopied` would still copy. */
export const objectsMissing = (from: Cluster, to: Cluster, move: Move): string =>
  objectsCopied(from, to, move)
    .map((command) => command.replace(' --source-region', ' --dryrun --source-region'))
    .join(' && ');

/** Deletes the objects of who left; their former versions go as the bucket's rules say. */
export const objectsErased = (from: Cluster): readonly string[] =>
  from.region.buckets.map((bucket) =>
    eachPrefix(aws(from, `s3 rm s3://${bucketName(from, bucket)}/$prefix --recursive`)),
  );

// Who stands by has what the other has.
const areAllConcerned = ({ region }: Cluster, { kind, people }: Move): boolean =>
  kind === 'standby' ||
  [...region.serves, ...region.life.keeps].every((country) => people.includes(country));

// The application's register knows the prefixes of tenants' objects, as it knows their countries; this repository does not.
const eachPrefix = (command: string): string =>
  `while read -r prefix; do ${command}; done < prefixes.txt`;

/** Where the objects come from: the copy in the other region where the old one does not serve. */
export const sourceOf = ({ move: { data }, from, fleet }: Places): Cluster =>
  (data.by === 'backup'
    ? clusters(fleet).find(
        ({ environment, region }) =>
          environment.name === from.environment.name && region.id === data.in,
      )
    : undefined) ?? from;
