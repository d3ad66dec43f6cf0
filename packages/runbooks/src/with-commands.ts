/** `run` and `talk` are the script's own words for "say it and do it". */
export const bare = (command: string): string => command.replaceAll(/^( *)(?:run|talk) /gm, '$1');

/** A numbered step of a person with its commands, as they are typed. */
export const withCommands = (what: string, ...commands: readonly string[]): string =>
  [what, '', '```sh', ...commands, '```'].join('\n');
