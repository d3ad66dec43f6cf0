import { readFileSync } from 'node:fs';
import { fleet } from '@bizflow/config';
import { counted, type Problem, problem, problemLines } from '@bizflow/kernel';
import { commands } from './commands/commands.ts';
import { CommandError, type Options } from './options.ts';

/** `pipeline <command> --option=value ...`: exit 0 without a problem, otherwise 1. */
async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    console.error(
      `usage: pipeline <command> --option=value ...\n${Object.keys(commands).join('\n')}`,
    );
    return 2;
  }
  const problems = await outcome(async () =>
    command(optionsIn(rest), {
      fleet: fleet(JSON.parse(readFileSync(lockFile, 'utf8')), {}),
      env: process.env,
      say: (line) => console.log(line),
      waiting: (open) => console.error(`${name}: waiting for ${words(open)}`),
    }),
  );
  for (const problem of problems) console.error(['', ...problemLines(problem)].join('\n'));
  if (problems.length > 0) console.error(`\n${name}: ${counted(problems.length, 'problem')}`);
  return problems.length === 0 ? 0 : 1;
}

const lockFile = new URL('../../../images.lock.json', import.meta.url);

const words = (problems: readonly Problem[]): string =>
  problems.map(({ code, at, value }) => `${at} (${code}: ${value})`).join(', ');

// `node:util`'s parseArgs wants each option declared; here each command reads what it needs.
const optionsIn = (args: readonly string[]): Options =>
  Object.fromEntries(
    args.map((arg) => {
      const [, name, value] = /^--([a-z-]+)=(.*)$/s.exec(arg) ?? [];
      if (name === undefined) {
        throw new CommandError({
          code: 'OPTION_FORMAT',
          at: arg,
          value: 'no value',
          reason: 'is not an option',
          remedy: 'write --name=value',
        });
      }
      return [name, value];
    }),
  );

async function outcome(run: () => Promise<readonly Problem[]>): Promise<readonly Problem[]> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CommandError) return [error.problem];
    const { name, message } = error as Error;
    const [reason = ''] = message.split('\n');
    const remedy = 'check the credentials, the addresses and the installed tools';
    return [problem({ code: 'NOT_RUN', at: name, value: 'no answer', reason, remedy })];
  }
}

process.exitCode = await main(process.argv.slice(2));
