import { sweep } from './sweep.ts';

// Started with each run, in its own process group. Its input is a pipe from the run: when
// the run ends, even by SIGKILL, the pipe closes, and its remaining processes are ended.
const [folder = ''] = process.argv.slice(2);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdin.resume();
process.stdin.once('end', () => void sweep(folder));
