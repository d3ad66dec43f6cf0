/**
 * What Terraform asks of AWS for one type of resource or data source: the actions that a plan needs, and
 * those that an apply needs beside them, as words. A word without a prefix is an action of the table's own
 * service. The third text says where the other actions come from: what the service, not the provider,
 * asks of its caller ("dependent actions").
 */
export type TypeActions = readonly [reads: string, writes: string, beyond?: string];

/** Types of one service. */
export interface AccessTable {
  /** The prefix of its actions: `ec2`. */
  readonly service: string;
  /** What each type of the table needs to set and take tags. */
  readonly tags: string;
  /** The folder of the provider's source: hashicorp/terraform-provider-aws v5.100.0. */
  readonly source: string;
  readonly types: Readonly<Record<string, TypeActions>>;
}

/** Actions for a type, written out and sorted. */
export type Access = {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
};

/** The actions that some words name. */
export const actionsIn = (service: string, words: string): readonly string[] =>
  words
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (word.includes(':') ? word : `${service}:${word}`));

/** Every type of some tables with its actions. */
export const accessIn = (tables: readonly AccessTable[]): Readonly<Record<string, Access>> =>
  Object.fromEntries(
    tables.flatMap(({ service, tags, types }) =>
      Object.entries(types).map(([type, [reads, writes]]) => [
        type,
        {
          reads: actionsIn(service, reads).toSorted(),
          writes: [
            ...new Set(actionsIn(service, writes === '' ? '' : `${writes} ${tags}`)),
          ].toSorted(),
        },
      ]),
    ),
  );
