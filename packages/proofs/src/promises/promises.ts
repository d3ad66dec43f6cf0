import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { pagingRules, pagingTopics, sentenceRules } from './paging.ts';
import { watchedIn, watchRules } from './watched.ts';

/** What people rely on in an emergency is heard of: what says that it pages does, and each copy has an alarm of its own. */
export const promises = (rendered: RenderedFleet): Proof => {
  const watched = rendered.planned.flatMap(({ plan }) => watchedIn(plan));
  return proofOf('promises', 'a lost region pages, and whatever keeps an RPO is watched itself', {
    problems: [
      ...pagingRules(rendered),
      ...rendered.planned.flatMap(({ plan }) => [...sentenceRules(plan), ...watchRules(plan)]),
    ],
    witness: [
      ...pagingTopics(rendered).map((topic) => `PagerDuty subscribes to ${topic}`),
      `${watched.length} databases and backups have an alarm each, such as that of ${watched[0]?.arn}`,
    ],
  });
};
