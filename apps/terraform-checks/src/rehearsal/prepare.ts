import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A root's file in Terraform's JSON syntax, as far as a rehearsal looks into it. */
interface RootFile {
  readonly terraform?: { backend?: unknown };
  readonly provider?: { readonly aws?: object | readonly object[] };
}

const onThisMachine = { max_retries: 3, s3_use_path_style: true, skip_metadata_api_check: true };
const alone = { access_key: 'rehearsal', secret_key: 'rehearsal', ...onThisMachine };

/**
 * Makes a copied root ready for moto, with real ids for the examples of the facts. As one of several
 * accounts it keeps its state in its bucket, and signs on with what the environment says.
 */
export function prepare(
  folder: string,
  made: ReadonlyMap<string, string>,
  isOneOfSeveral = false,
): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.tf.json'))) {
    const file = join(folder, name);
    const text = [...made].reduce(
      (before, [example, real]) => before.replaceAll(example, real),
      readFileSync(file, 'utf8'),
    );
    const content: RootFile = JSON.parse(text);
    if (!isOneOfSeveral) delete content.terraform?.backend;
    for (const provider of [content.provider?.aws ?? []].flat()) {
      Object.assign(provider, isOneOfSeveral ? onThisMachine : alone);
    }
    writeFileSync(file, JSON.stringify(content));
  }
}
