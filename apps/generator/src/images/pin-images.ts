import { homeRegistry } from '@bizflow/config/delivery';
import type { Tree } from '@nx/devkit';
import { ask } from '../ecr.ts';
import { GeneratorError, refuse } from '../error.ts';
import { factsOf } from '../facts.ts';
import { answerRules } from './answer-rules.ts';
import { pinned, progress, questions } from './pin.ts';
import { type PinOptions, pinRules } from './pin-rules.ts';
import { writeLock } from './write-lock.ts';

/** Pins what a tag names in every region of an environment, or throws and does not change the lock. */
export async function pinImages(tree: Tree, options: PinOptions): Promise<() => void> {
  const facts = factsOf(tree);
  const wrong = pinRules(facts, options);
  const environment = facts.environments.find(({ name }) => name === options.environment);
  if (wrong.length > 0 || environment === undefined) throw new GeneratorError(wrong);
  const answers = await Promise.all(
    questions(facts, options).map(async (question) => {
      const answer = await ask(question, options.timeoutSeconds);
      console.log(progress(answer));
      return answer;
    }),
  );
  const signer = { key: facts.assigned.signing.images, registry: homeRegistry(facts) };
  refuse(answerRules(answers, facts.imagePolicies[environment.name], signer));
  writeLock(tree, facts, pinned(facts.lock, options, answers));
  return () => console.log('next: run npx nx generate @bizflow/generator:render');
}
