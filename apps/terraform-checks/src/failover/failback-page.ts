/** The sections of a page: what comes after each heading of the second level. */
export const sectionsOf = (page: string): readonly string[] => page.split(/^## /m).slice(1);

/** The commands of a page in their order, each with the lines that it goes on in. */
export const commandsOn = (page: string): readonly string[] =>
  [...page.matchAll(/```sh\n([\s\S]*?)\n```/g)].flatMap(([, block = '']) =>
    block.split(/(?<!\\)\n/).filter((line) => line !== ''),
  );

/** The root that a command applies, if it applies one. */
export const rootAppliedBy = (command: string): string | undefined =>
  /^terraform -chdir=terraform\/environments\/(\S+) apply$/.exec(command)?.[1];
