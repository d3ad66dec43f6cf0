export { runbookFiles, runbookProblems, runbooksFolder } from './files.ts';
