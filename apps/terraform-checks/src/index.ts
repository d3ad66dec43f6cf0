export { foldersIn } from './cli/folders.ts';
