export { loggedInAs, logIn, type Pool } from './log-in.ts';
export { installed, runJob } from './postgres.ts';
export { type Rds, startRds } from './rds.ts';
export { type Copied, copy, jobIn } from './rendered-job.ts';
