import type { Cluster } from '@bizflow/config';

/** What a message to people says; each part may hold fields of the notification engine. */
export interface Message {
  /** Whom it is about, without its place. */
  readonly subject: string;
  readonly what: string;
  /** The commit, or where to find it. */
  readonly commit: string;
  readonly first: string;
  /** The page and its heading: `releases#waits`. */
  readonly page: `${string}#${string}`;
}

/** Where a subject runs, as people say it: `production ap-south-1`. */
export const placeOf = ({ environment, region }: Cluster): string =>
  `${environment.name} ${region.id}`;

/** The repository as people open it. */
export const webAddress = ({ repository }: Pick<Cluster, 'repository'>): string =>
  repository.replace(/\.git$/, '');

/** The address of a runbook's heading; `main` has the pages of every environment. */
export const pageLink = (cluster: Pick<Cluster, 'repository'>, page: Message['page']): string =>
  `${webAddress(cluster)}/blob/main/docs/runbooks/${page.replace('#', '.md#')}`;

/** A template of the notification engine, as YAML. */
export const messageTemplate = (cluster: Cluster, message: Message): string =>
  [
    'message: |',
    `  *${message.subject}* in *${placeOf(cluster)}*: ${message.what}`,
    `  Commit: ${message.commit}`,
    `  First step: ${message.first}`,
    `  How: ${pageLink(cluster, message.page)}`,
    '',
  ].join('\n');
