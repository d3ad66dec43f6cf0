import type { Fleet } from '@bizflow/config';
import { isObject } from '@bizflow/kernel';
import type { Content } from './serialize.ts';

/** Where a render writes the facts that it starts from. */
export const factsFolder = 'facts';

/** The shape of these files; another one is another version. */
const apiVersion = 'facts.bizflow.app/v1';

/**
 * A fleet without what its two locks pin and AWS offers, which is data already in files of its own, and without what
 * was before its moves: the catalog and the exceptions say what is now.
 */
export type Facts = Omit<Fleet, 'lock' | 'charts' | 'aws' | 'sheets' | 'writtenExceptions'>;

/** Subjects with a file for each of their members, so that two people who each change one do not meet. */
const divided: readonly string[] = ['catalog'];

/** The facts as files: one for each region, and one for each other subject. */
export const factFiles = (fleet: Fleet): readonly Content[] =>
  Object.entries(factsOf(fleet)).flatMap(([subject, value]) =>
    divided.includes(subject)
      ? Object.entries(value).map(([name, member]) => fileOf(`${subject}/${name}`, member))
      : [fileOf(subject, value)],
  );

const factsOf = ({ aws, lock: _, charts: __, sheets, writtenExceptions, ...facts }: Fleet): Facts =>
  facts;

const fileOf = (name: string, facts: unknown): Content => ({
  path: `${factsFolder}/${name}.json`,
  body: { apiVersion, facts },
});

/** Facts that were read, and the files that could not be. */
export interface FactsRead {
  /** The subjects that were found. */
  readonly facts: Partial<Facts>;
  /** Paths of files of another version, or that are not JSON. */
  readonly unread: readonly string[];
}

/** Reads facts back from the texts of their files by path; of another commit too, whose code never runs. */
export function factsIn(files: Readonly<Record<string, string>>): FactsRead {
  const facts: Record<string, unknown> = {};
  const unread: string[] = [];
  for (const path of Object.keys(files).sort()) {
    const [, subject = '', member] = /^facts\/([^/]+?)(?:\/([^/]+))?\.json$/.exec(path) ?? [];
    const found = parsed(files[path] ?? '');
    if (subject === '' || found === undefined) unread.push(path);
    else if (member === undefined) facts[subject] = found.facts;
    else facts[subject] = { ...(facts[subject] as object | undefined), [member]: found.facts };
  }
  return { facts: facts as Partial<Facts>, unread };
}

const parsed = (text: string): { readonly facts: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && value.apiVersion === apiVersion && 'facts' in value
      ? { facts: value.facts }
      : undefined;
  } catch {
    return undefined;
  }
};
