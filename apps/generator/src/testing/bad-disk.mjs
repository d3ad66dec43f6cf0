// Loaded before everything else: lets N contents be written and N files be put in place, then half of the next
// content, and dies the hardest way there is. DIE_AFTER_WRITES is N of contents, DIE_AFTER_RENAMES of files.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { DIE_AFTER_WRITES, DIE_AFTER_RENAMES, FULL_AFTER_WRITES } = process.env;
const left = {
  writes: Number(DIE_AFTER_WRITES ?? FULL_AFTER_WRITES ?? Infinity),
  renames: Number(DIE_AFTER_RENAMES ?? Infinity),
};
const die = () => process.kill(process.pid, 'SIGKILL');

const write = fs.writeFileSync;
fs.writeFileSync = (path, content, options) => {
  const isOurs = /\/(\.cache\/drafts|gitops)\//.test(String(path));
  if (!isOurs || left.writes-- > 0) return write(path, content, options);
  write(path, String(content).slice(0, content.length / 2), options);
  if (DIE_AFTER_WRITES !== undefined) die();
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
};

const rename = fs.renameSync;
fs.renameSync = (from, to) => {
  if (String(to).includes('/gitops/') && left.renames-- <= 0) die();
  rename(from, to);
};
syncBuiltinESMExports();
