// Loaded before everything else: lets N files be written, then half of the next one, and dies the
// hardest way there is. N comes from DIE_AFTER_WRITES; only files under gitops/ count.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let left = Number(process.env.DIE_AFTER_WRITES);
const write = fs.writeFileSync;
fs.writeFileSync = (path, content, options) => {
  if (!String(path).includes('/gitops/')) return write(path, content, options);
  if (left > 0) {
    left -= 1;
    return write(path, content, options);
  }
  const text = String(content);
  write(path, text.slice(0, text.length / 2), options);
  process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();
