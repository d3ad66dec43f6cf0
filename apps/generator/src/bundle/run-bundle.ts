import { readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { constants, Script } from 'node:vm';
import { digestOf, writeWhole } from './bundle-files.ts';

/** Runs a bundle, which may call for another one, and returns what it exports. */
export function runBundle(file: string): unknown {
  const module = { exports: {} };
  compiled(file).runInThisContext()(module, module.exports, createRequire(file), runBundle);
  return module.exports;
}

/**
 * Uses V8's code cache from the end of an earlier run. Node's own cache is taken before anything
 * is called, so that each process would compile most functions once more.
 */
function compiled(file: string): Script {
  const text = readFileSync(file);
  // V8 itself would take the code of any text of the same length.
  const digest = Buffer.from(digestOf([text]));
  const cachedData = codeOf(`${file}.code`, digest);
  const script = new Script(`(module, exports, require, runBundle) => {${text}\n}`, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', (code) => {
      // 2: it ended as it should, and something differs.
      if (code === 0 || code === 2)
        keep(`${file}.code`, Buffer.concat([digest, script.createCachedData()]));
    });
  }
  return script;
}

function codeOf(file: string, digest: Buffer): Buffer | undefined {
  try {
    const content = readFileSync(file);
    const isOfText = content.subarray(0, digest.length).equals(digest);
    return isOfText ? content.subarray(digest.length) : undefined;
  } catch {
    return undefined;
  }
}

function keep(file: string, content: Buffer): void {
  try {
    writeWhole(file, content);
  } catch {
    // A read-only folder costs time, but must not fail a render that is done.
  }
}

/** A stack whose frames in bundles are mapped to the sources. */
export const inSources = (stack: string): string =>
  stack.replace(/([^\s(]+\.cjs):(\d+):(\d+)/g, (frame, file, line, column) => {
    try {
      const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
      const origin = map.findOrigin(Number(line), Number(column));
      return 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}` : frame;
    } catch {
      return frame;
    }
  });
