import { type ImagePolicy, severityRank } from '@bizflow/config';
import { type Problem, problem, shortDigest, unless } from '@bizflow/kernel';
import type { Answer, Holding, Question } from './answer.ts';
import { registryProblem } from './registry-errors.ts';
import { type Signer, signatureRules } from './signature-rules.ts';

/** Every problem with pinning what the regions answered, each reported once. */
export const answerRules = (
  answers: readonly Answer[],
  policy: ImagePolicy,
  signer: Signer,
): readonly Problem[] => {
  const problems = [
    ...answers.flatMap((answer) =>
      'error' in answer
        ? [registryProblem(answer.question, answer.error)]
        : [
            ...held(answer.question, answer.holding, policy),
            ...signatureRules(answer.question, answer.holding, signer),
          ],
    ),
    ...[...Map.groupBy(answers, ({ question }) => question.service).values()].flatMap(different),
  ];
  const said = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return !said.has(key) && said.add(key);
  });
};

const held = (question: Question, holding: Holding, policy: ImagePolicy): readonly Problem[] => {
  const offered = holding.platforms.map(({ architecture }) => architecture);
  const account = unless(holding.account === question.account, {
    code: 'ECR_ACCOUNT',
    at: question.region,
    value: holding.account,
    reason: `is the account that answered; account ${question.account} was asked`,
    remedy:
      'sign in to the account that accounts.delivery names in packages/config/src/assigned/assigned.ts',
  });
  if (!offered.includes(question.architecture)) {
    return [...account, lacking(question, holding, offered)];
  }
  return [...account, ...scanRules(question, holding, policy)];
};

const lacking = (
  { repository, tag, architecture }: Question,
  { digest }: Holding,
  offered: readonly string[],
): Problem =>
  problem({
    code: 'IMAGE_ARCHITECTURE',
    at: `${repository}:${tag}`,
    value: offered.length === 0 ? 'no index' : offered.join(', '),
    reason: `${shortDigest(digest)} has no image for ${architecture}, which the compute of the service needs`,
    remedy: `build it for linux/${architecture} as well, and push an index of all platforms`,
  });

const finished = ['COMPLETE', 'ACTIVE'];

const scanRules = (
  question: Question,
  { scan }: Holding,
  policy: ImagePolicy,
): readonly Problem[] => {
  const image = `${question.repository}:${question.tag}`;
  if (scan === null || !finished.includes(scan.status)) {
    return unless(policy.withoutScan === 'accept', {
      code: 'IMAGE_NOT_SCANNED',
      at: question.region,
      value: image,
      reason: `has no finished scan for ${question.architecture} (${scan?.status ?? 'none'})`,
      remedy:
        'turn on scanning of the registry in this region and wait for the scan, or change packages/config/src/images/scan-policy.ts',
    });
  }
  const limit = severityRank(policy.tolerates, policy);
  const above = Object.entries(scan.counts).filter(
    ([severity, count]) => count > 0 && severityRank(severity, policy) > limit,
  );
  return unless(above.length === 0, {
    code: 'IMAGE_FINDINGS',
    at: question.region,
    value: image,
    reason: `has findings above ${policy.tolerates}: ${above.map(([word, n]) => `${n} ${word}`).join(', ')}`,
    remedy:
      'fix the findings, then pin the next build; or change packages/config/src/images/scan-policy.ts together with security',
  });
};

const different = (answers: readonly Answer[]): readonly Problem[] => {
  const holdings = answers.filter((answer) => 'holding' in answer);
  const [first] = holdings;
  if (first === undefined) return [];
  const { repository, tag } = first.question;
  return unless(
    holdings.every(({ holding }) => holding.digest === first.holding.digest),
    {
      code: 'IMAGE_DIGESTS_DIFFER',
      at: `${repository}:${tag}`,
      value: holdings
        .map(({ question, holding }) => `${question.region} ${shortDigest(holding.digest)}`)
        .join(', '),
      reason: 'is not the same image in every region',
      remedy: 'push the image once and let ECR replicate it; never move a tag',
    },
  );
};
