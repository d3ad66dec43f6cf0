import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A root's file in Terraform's JSON syntax, as far as a rehearsal looks into it. */
interface RootFile {
  readonly terraform?: { backend?: unknown };
  readonly provider?: { readonly aws?: object | readonly object[] };
}

const onThisMachine = { max_retries: 1, s3_use_path_style: true, skip_metadata_api_check: true };

interface Preparation {
  /** Real ids for the examples of the facts. */
  readonly made: ReadonlyMap<string, string>;
  /** Whether the state goes to the bucket that the root names. */
  readonly keepsState: boolean;
}

/** Makes a copied root ready for moto: a provider that asks this machine, and perhaps no backend. */
export function prepare(folder: string, { made, keepsState }: Preparation): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.tf.json'))) {
    const file = join(folder, name);
    const text = [...made].reduce(
      (before, [example, real]) => before.replaceAll(example, real),
      readFileSync(file, 'utf8'),
    );
    const content: RootFile = JSON.parse(text);
    if (!keepsState) delete content.terraform?.backend;
    for (const provider of [content.provider?.aws ?? []].flat()) {
      Object.assign(provider, onThisMachine);
    }
    writeFileSync(file, JSON.stringify(content));
  }
}
