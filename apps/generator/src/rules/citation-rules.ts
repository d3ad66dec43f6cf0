import type { Fleet } from '@bizflow/config';
import { isObject, type Problem, problem, unless } from '@bizflow/kernel';

/** Where facts lead people: pages, decisions and sources of this repository, and what a render writes. */
export interface Citable {
  readonly isFile: (path: string) => boolean;
  /** The names in a folder; none where it is missing. */
  readonly children: (folder: string) => readonly string[];
  /** Whether a rendered file names it; `undefined` where not everything is rendered. */
  readonly rendered: ((name: string) => boolean) | undefined;
}

/** That each page, decision, source, alarm, group and query that facts cite is there. */
export const citationRules = (fleet: Fleet, citable: Citable): readonly Problem[] => [
  ...fleet.exceptions.flatMap(legalBasisRules(citable)),
  ...texts({ alarms: fleet.alarms, guesses: fleet.guesses, tenancy: fleet.tenancy }).flatMap(
    ([at, text]) => citations(text, at, fleet, citable),
  ),
];

/** Who reads a legal basis must find it in its law, and the reasons on the page of a decision. */
const legalBasisRules =
  ({ isFile }: Citable) =>
  ({ basis, decision }: Fleet['exceptions'][number], index: number): readonly Problem[] => [
    ...unless(/\b(?:art|s|sch|para|reg)\.? \d/.test(basis), {
      code: 'CITATION_MISSING',
      at: `exceptions[${index}].basis`,
      value: basis,
      reason: 'cites no article, section or schedule of a law',
      remedy: "cite it as the others do: 'GDPR art. 45: ...', 'PDPA (Malaysia) s. 129: ...'",
    }),
    ...unless(isDecisionPage(decision) && isFile(decision), {
      code: 'CITATION_MISSING',
      at: `exceptions[${index}].decision`,
      value: decision,
      reason: isDecisionPage(decision)
        ? 'is the page with the reasons for this exception, and does not exist'
        : 'has no number, so it is not the page of a decision',
      remedy: 'write the page, with the next free number of docs/decisions/',
    }),
  ];

/** Whether a path is the page of a decision by its form; the file may be missing. */
export const isDecisionPage = (path: string): boolean =>
  /^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/.test(path);

function citations(text: string, at: string, fleet: Fleet, citable: Citable): readonly Problem[] {
  const found = (of: RegExp, exists: (name: string) => boolean, what: string) =>
    [...text.matchAll(of)]
      .map(([, name = '']) => name)
      .filter((name) => !exists(name))
      .map((value) =>
        problem({
          code: 'CITATION_MISSING',
          at,
          value,
          reason: `is ${what} that the text leads to, and does not exist`,
          remedy: 'correct the text, or make what it leads to',
        }),
      );
  const { isFile, children, rendered } = citable;
  const isThere = (path: string) =>
    /decisions\/\d{4}$/.test(path) || isFile(path) || children(path.replace(/\/$/, '')).length > 0;
  const isDecision = (number: string) =>
    children('docs/decisions').some((name) => name.startsWith(`${number}-`));
  return [
    ...found(/\b((?:docs|packages|apps|terraform)\/[\w/.-]*[\w/])/g, isThere, 'a path'),
    ...found(/\bdecisions?[/ ](\d{4})\b/g, isDecision, 'a decision'),
    ...found(
      /\balarm "([\w-]+)"/gi,
      (name) => fleet.alarms.some((one) => one.name === name),
      'an alarm',
    ),
    ...(rendered === undefined
      ? []
      : found(/(?:X-Ray group|saved query) `([\w-]+)`/g, rendered, 'a group or a query')),
  ];
}

/** Every text below, with its path. */
const texts = (value: unknown, at = ''): readonly (readonly [at: string, text: string])[] => {
  if (typeof value === 'string') return [[at, value]];
  if (Array.isArray(value)) return value.flatMap((one, index) => texts(one, `${at}[${index}]`));
  return isObject(value)
    ? Object.entries(value).flatMap(([key, one]) => texts(one, at === '' ? key : `${at}.${key}`))
    : [];
};
