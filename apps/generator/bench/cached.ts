import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';

// Runs a bundled script with V8's code cache of an earlier run. Node's own compile
// cache is taken before anything is called: each process would compile most functions once more.
// Run by bench.ts as a cold process: cached.cjs <script> <its arguments>
const [script = ''] = process.argv.splice(2, 1);
const cache = `${script}.cache`;
const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
const source = `(require) => {${readFileSync(script, 'utf8')}\n}`;
const code = new Script(source, { filename: script, ...(cachedData && { cachedData }) });
if (code.cachedDataRejected) throw new Error(`V8 refuses the code cache of ${script}`);
code.runInThisContext()(createRequire(script));
if (cachedData === undefined) writeFileSync(cache, code.createCachedData());
