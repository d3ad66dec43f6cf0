import type { Step } from '@bizflow/config/order';
import { committed } from '@bizflow/config/testing';
import { counted, type Problem, problemLines } from '@bizflow/kernel';
import { checklist, type Failed, linkedRoles, spotsOf, stateBuckets } from '../src/order/before.ts';
import { byHand } from '../src/order/by-hand.ts';
import { chosen } from '../src/order/chosen.ts';
import { copied, play, type Stage, type Turn } from '../src/order/play.ts';
import type { Sources } from '../src/order/sources.ts';
import { motoCannot, notPrinted, told, unanswered } from '../src/order/told.ts';
import { rehearsalRules } from '../src/rehearsal/deviations.ts';
import { motoVersion } from '../src/rehearsal/moto.ts';
import type { RehearsalTools } from '../src/rehearsal/tools.ts';
import { inOrganization, known } from './stand-in.ts';

/** `npm run terraform:rehearse -- order`: docs/foundation.md from empty accounts, step by step. */
export async function rehearseOrder(
  { terraform, python }: RehearsalTools,
  begins: readonly string[],
): Promise<number> {
  const steps = chosen(committed, begins);
  return inOrganization(python, async ({ endpoint, management, accounts, facts, folder }) => {
    facts.render(folder);
    const stage: Stage = { terraform, folder, accounts };
    const spots = spotsOf(
      steps.flatMap(({ step }) => step.roots),
      stage,
    );
    console.log(`${accounts.length} accounts, ${spots.length} pairs of account and region`);
    const failed = await checklist(management, spots);
    for (const line of new Set(failed.map(unanswered))) console.log(line);
    console.log(`${await linkedRoles(accounts)} service-linked roles`);
    console.log(`${(await stateBuckets(spots)).length} buckets of states`);
    const turns: Turn[] = [];
    const missing: Problem[] = [];
    for (const { step, index } of steps) {
      const own = await play(step, stage);
      turns.push(...own);
      for (const line of told(step, index, own, known)) console.log(line);
      missing.push(...write(step, own, facts, folder));
      await byHand(step, stage, endpoint);
    }
    return concluded(turns, failed, missing);
  });
}

/** Writes what a step printed, and renders; gives what it should have printed and did not. */
function write(step: Step, turns: readonly Turn[], facts: Sources, folder: string) {
  const all = copied(step, turns);
  for (const { to, value } of all) if (value !== null) facts.write(to, value);
  if (step.copies.length > 0) facts.render(folder);
  return all.filter(({ value }) => value === null).map(notPrinted);
}

function concluded(
  turns: readonly Turn[],
  failed: readonly Failed[],
  missing: readonly Problem[],
): number {
  const deviations = turns.flatMap((one) => one.deviations);
  // What occurs in this order alone is no more stale than what occurs in the others'.
  // A root that is applied twice says the same twice.
  const problems = once([
    ...rehearsalRules(deviations, known, new Set()),
    ...turns.flatMap(({ called }) => called.refused),
    ...missing,
  ]);
  for (const line of problems.flatMap(problemLines)) console.error(line);
  const wrong = failed.filter((one) => !motoCannot(one));
  console.log(
    `\nterraform:rehearse order: ${turns.length} applies on moto ${motoVersion}: ` +
      `${counted(problems.length, 'problem')}, ${wrong.length} wrong lines of the checklist`,
  );
  return problems.length + wrong.length === 0 ? 0 : 1;
}

const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];
