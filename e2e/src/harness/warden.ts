import { sweep } from './sweep.ts';

// Started beside each run, in a group of its own. Its input is a pipe that only the run holds: when
// the run ends in whatever way, even by SIGKILL, the pipe closes, and what is left of it is ended.
const [folder = ''] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('end', () => void sweep(folder));
