import { counted } from '@bizflow/kernel';
import { type Answers, answersOf } from '@bizflow/proofs';
import {
  type Catalog,
  type CountryCode,
  countryCodes,
  placedAmong,
  type Region,
} from '@bizflow/region-catalog';
import { inFile, inRoot } from '../at.ts';
import type { Change } from '../change.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { changedRoots } from '../difference/resources.ts';
import { type Found, rule } from '../effect.ts';
import { byFate, byField, comes, ofObject, ofResource, stays } from '../effects-of.ts';
import { listed } from '../text.ts';

/** Which countries get another address while every region is up. */
export const answers = rule('people/answers', (change) =>
  differingAnswers(change, ({ up }) => up, 'asked from'),
);

/** Which countries get another address while their region is down. */
export const fallback = rule('people/fallback', (change) =>
  differingAnswers(change, ({ down }) => down, 'while their region is down, asked from'),
);

const differingAnswers = (
  { before, after }: Change,
  of: (answers: Answers) => string,
  when: string,
): readonly Found[] => {
  const isSame = before.fleet.catalog === after.fleet.catalog;
  const global = changedRoots(before, after).filter(({ root }) => root.endsWith('/global'));
  if (isSame && global.length === 0) return [];
  const keyOf = ({ environment, host, country }: Answers): string =>
    `${environment} ${host} ${country}`;
  const old = new Map(answersOf(before).map((one) => [keyOf(one), of(one)]));
  const moved = answersOf(after).flatMap((one) => {
    const was = old.get(keyOf(one));
    return was === undefined || was === of(one) ? [] : [{ ...one, was, is: of(one) }];
  });
  const groups = Map.groupBy(moved, ({ environment, host, was, is }) =>
    JSON.stringify([environment, host, was, is]),
  );
  return [...groups.values()].flatMap((all) => {
    const [one] = all;
    if (one === undefined) return [];
    const countries = listed(all.map(({ country }) => country));
    return [
      {
        place: `${one.environment}/global`,
        to: `${one.host} ${when} ${countries}`,
        does: `gets another address in ${counted(all.length, 'country', 'countries')}`,
        at: inRoot(`${one.environment}/global`),
        before: one.was,
        after: one.is,
      },
    ];
  });
};

/** Whose data rests in another region. */
export const residency = rule('people/residency', ({ before, after }) => {
  if (before.fleet.catalog === after.fleet.catalog) return [];
  const homes = (catalog: Catalog) => (country: CountryCode) =>
    placedAmong(Object.values<Region>(catalog), country)?.region;
  const [was, is] = [homes(before.fleet.catalog), homes(after.fleet.catalog)];
  const moved = countryCodes.filter((country) => was(country) !== is(country));
  const groups = Map.groupBy(moved, (country) => `${was(country)} ${is(country)}`);
  return [...groups.values()].flatMap((countries) => {
    const [one] = countries;
    if (one === undefined) return [];
    return [
      {
        place: 'catalog',
        to: `the data of people in ${listed(countries)}`,
        does: 'rests in another region',
        at: inFile(`facts/catalog/${is(one) ?? was(one)}.json`),
        before: was(one) ?? 'no region',
        after: is(one) ?? 'no region',
      },
    ];
  });
});

const admits = /^\/spec\/roles(?:\/|$)(?!.*\/description$)|policy\.csv|rbac|oidc/;
const entry =
  /^aws_(?:eks_access_(?:entry|policy_association)|cognito_user_(?:pool_client|group))$/;

const isAdmitting = ({ kind, name }: ObjectChange): boolean =>
  kind === 'AppProject' || name === 'Application argocd/argo-cd';

const hasRoles = ({ before, after }: ObjectChange): boolean =>
  ((after ?? before)?.spec?.roles ?? []).length > 0;

/** Who may come into a cluster or its Argo CD. */
export const access = rule('people/access', ({ objects, resources }) => [
  ...byField(
    /./,
    admits,
    'lets other people in, or to other rights',
  )({ objects: objects.filter(isAdmitting) }),
  ...objects
    .filter((one) => one.kind === 'AppProject' && !stays(one) && hasRoles(one))
    .map((one) => ofObject(one, comes(one) ? 'lets people in' : 'no longer lets people in')),
  ...resources
    .filter(({ type }) => entry.test(type))
    .map((one) =>
      ofResource(one, byFate(one, ['lets in', 'no longer lets in', 'lets in otherwise'])),
    ),
]);
