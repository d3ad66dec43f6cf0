import { readFileSync } from 'node:fs';
import { createRequire, SourceMap } from 'node:module';
import { constants, Script } from 'node:vm';
import { digestOf, writeWhole } from './bundle-files.ts';

/** A bundle that is not there, or not as it was made. */
export class DamagedBundle extends Error {}

/** Runs a bundle of this digest, which may call for another one, and returns what it exports. */
export function runBundle(file: string, digest: string): unknown {
  const module = { exports: {} };
  compiled(file, digest).runInThisContext()(module, module.exports, createRequire(file), runBundle);
  return module.exports;
}

/**
 * Uses V8's code cache from the end of an earlier run. Node's own cache is taken before anything
 * is called, so that each process would compile most functions once more.
 */
function compiled(file: string, digest: string): Script {
  const text = textOf(file);
  if (text === undefined || digestOf([text]) !== digest) throw new DamagedBundle(file);
  const cachedData = codeOf(`${file}.code`, digest);
  const script = new Script(`(module, exports, require, runBundle) => {${text}\n}`, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    ...(cachedData && { cachedData }),
  });
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once('exit', (code) => {
      // 2: it ended as it should, and something differs.
      if (code === 0 || code === 2) keep(`${file}.code`, digest, script.createCachedData());
    });
  }
  return script;
}

function textOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

// V8 takes the code of any text of the same length, and a process that runs damaged code ends without a word.
const markOf = (digest: string, code: Buffer): Buffer =>
  Buffer.from(digestOf([Buffer.from(digest), code]));

function codeOf(file: string, digest: string): Buffer | undefined {
  const content = textOf(file);
  const code = content?.subarray(markLength);
  if (content === undefined || code === undefined) return undefined;
  return content.subarray(0, markLength).equals(markOf(digest, code)) ? code : undefined;
}

/** The length of a SHA-256 in hexadecimal. */
const markLength = 64;

function keep(file: string, digest: string, code: Buffer): void {
  try {
    writeWhole(file, Buffer.concat([markOf(digest, code), code]));
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
