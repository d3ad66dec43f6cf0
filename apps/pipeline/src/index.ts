export { commands } from './commands/commands.ts';
