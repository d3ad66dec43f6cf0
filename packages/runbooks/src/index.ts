export { runbookFiles, runbookRules, runbooksFolder } from './files.ts';
